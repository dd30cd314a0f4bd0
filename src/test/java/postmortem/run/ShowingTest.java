package postmortem.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import postmortem.analysis.Finding;
import postmortem.testing.Corpus;
import postmortem.testing.Tools;

/** The number that a finding gives is that of the records that are shown for it. */
class ShowingTest {

  private static void check(Path evidence) throws IOException {
    RunSettings settings = RunSettings.STANDARD;
    try (TempSpill spill = new TempSpill()) {
      Reading.Result read =
          new Reading(settings, BuiltIns.parsers(), Progress.NONE, spill).read(List.of(evidence));
      Whole whole = Whole.of(Gathered.of(read, settings, spill), settings, spill);
      List<Finding> findings = Analysis.findings(whole);
      for (Finding finding : findings) {
        long[] shown = {0};
        Showing.show(
            read,
            whole,
            finding,
            record -> {
              shown[0]++;
              assertFalse(record.text().isEmpty(), () -> finding.id() + " " + record);
            });
        assertEquals(finding.count(), shown[0], finding.id());
      }
    }
  }

  @Test
  void ofTheCase() throws IOException {
    check(Path.of("testdata/case/relayed-2010/evidence"));
  }

  static Stream<String> scenarios() {
    return output("list").lines().map(line -> line.split("\\s", 2)[0]).filter(s -> !s.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void ofEachScenario(String scenario, @TempDir Path folder) throws IOException {
    output("write", scenario, folder.toString());
    check(folder.resolve(scenario).resolve("evidence"));
  }

  private static String output(String... arguments) {
    Path program = Corpus.scenarios();
    List<String> command =
        Stream.concat(
                Stream.of(Tools.require("python3").toString(), program.toString()),
                Stream.of(arguments))
            .toList();
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), out);
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

package postmortem.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is asked of every parser; its own test extends this and adds what is special to its format.
 *
 * <p>Cases are the folders of {@code testdata/format/<format-id>/}. Run with {@code
 * -Dgolden.update=true} to write what the parser makes of them, and read the difference.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ParserContractTest {

  private static final long SEED = Long.getLong("seed", 20_061_009);
  private static final List<LogParser> ALL = allParsers();

  protected abstract LogParser parser();

  /** How the samples are read. */
  protected ParseSettings settings() {
    return new ParseSettings(null, 0, 1 << 20);
  }

  protected final List<SampleCase> cases() {
    return SampleCase.of(parser().format().id());
  }

  @Test
  final void hasSamples() {
    assertNotEquals(List.of(), cases());
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void readsTheSampleAsExpected(SampleCase sample) throws IOException {
    String actual =
        "confidence %s%nstream %s%n"
                .formatted(parser().probe(sample.sample()), parser().stream(sample.sample()))
                .replace("\r\n", "\n")
            + whole(sample.path(), sample.bytes());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(sample.expected(), actual);
    }
    assertEquals(Files.readString(sample.expected()), actual);
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void recognisesItsSampleBetterThanAnyOtherParser(SampleCase sample) {
    Confidence own = parser().probe(sample.sample());
    assertTrue(own.compareTo(Confidence.NONE) > 0, "not recognised");
    for (LogParser other : ALL) {
      if (!other.format().id().equals(parser().format().id())) {
        Confidence theirs = other.probe(sample.sample());
        assertTrue(theirs.compareTo(own) < 0, other.format().id() + " answers " + theirs);
      }
    }
  }

  @Test
  final void everyParserHasAnIdOfItsOwn() {
    List<String> ids = ALL.stream().map(p -> p.format().id()).sorted().toList();
    assertEquals(ids.stream().distinct().toList(), ids);
    assertTrue(ids.contains(parser().format().id()), "not found among " + ids);
  }

  @Test
  final void doesNotRecogniseWhatIsNoLog() {
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(3000)];
      random.nextBytes(bytes);
      if (i % 3 == 0) { // text without a meaning
        for (int k = 0; k < bytes.length; k++) {
          bytes[k] = (byte) " \n\r\t#-:0123456789abcXYZ,\"+<>@".charAt((bytes[k] & 0xff) % 29);
        }
      }
      Confidence confidence = parser().probe(SampleCase.sample("noise.bin", bytes));
      assertEquals(Confidence.NONE, confidence, "seed " + SEED + ", round " + i);
    }
    assertEquals(Confidence.NONE, parser().probe(SampleCase.sample("", new byte[0])));
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void everyPrefixEndsCleanly(SampleCase sample) throws IOException {
    byte[] bytes = sample.bytes();
    int step = bytes.length <= 6000 ? 1 : bytes.length / 3001 + 1;
    for (int length = 0; length <= bytes.length; length += step) {
      byte[] prefix = Arrays.copyOf(bytes, length);
      Reading reading = whole(sample.path(), prefix);
      assertLinesAreRecords(prefix, reading);
      parser().probe(SampleCase.sample(sample.path(), prefix));
      parser().stream(SampleCase.sample(sample.path(), prefix));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void damageIsRejectedAndNothingElse(SampleCase sample) throws IOException {
    Random random = new Random(SEED);
    byte[] bytes = sample.bytes();
    for (int round = 0; round < 200 && bytes.length > 0; round++) {
      byte[] damaged = bytes.clone();
      for (int hits = 1 + random.nextInt(8); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] =
            (byte)
                (random.nextBoolean()
                    ? " \n\r-+<>:,\"\0#\t".charAt(random.nextInt(13))
                    : random.nextInt());
      }
      try {
        RecordLaw.check(parser(), sample.path(), damaged, settings());
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + SEED + ", round " + round, e);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void aTightLimitRejectsLinesAndEndsCleanly(SampleCase sample) throws IOException {
    byte[] bytes = sample.bytes();
    ParseSettings tight = new ParseSettings(settings().zone(), settings().year(), 40);
    assertLinesAreRecords(bytes, Reading.whole(parser(), sample.path(), bytes, tight));
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void twoRunsAreEqual(SampleCase sample) throws IOException {
    byte[] bytes = sample.bytes();
    assertEquals(whole(sample.path(), bytes).toString(), whole(sample.path(), bytes).toString());
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void anyCutGivesTheSame(SampleCase sample) throws IOException {
    assumeTrue(parser().splitting() == Splitting.AT_LINES, "cuts at chunks are the format's own");
    byte[] bytes = sample.bytes();
    String whole = whole(sample.path(), bytes).toString();
    assertEquals(whole, cutEverywhere(sample.path(), bytes, whole), "a piece for each line");
    for (int cut : RecordLaw.lineStarts(bytes)) {
      assertEquals(
          whole,
          Reading.pieces(parser(), sample.path(), bytes, settings(), List.of(cut)).toString(),
          "cut at " + cut);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void maskKeepsWhatIsNoSecret(SampleCase sample) {
    byte[] bytes = sample.bytes();
    for (byte[] record : RecordLaw.lines(bytes)) {
      RecordLaw.assertMasked(parser(), record);
    }
  }

  private Reading whole(String path, byte[] bytes) throws IOException {
    return Reading.whole(parser(), path, bytes, settings());
  }

  /** Read with a piece for each line; {@code otherwise} where the format is not cut at lines. */
  private String cutEverywhere(String path, byte[] bytes, String otherwise) throws IOException {
    if (parser().splitting() != Splitting.AT_LINES) {
      return otherwise;
    }
    return Reading.pieces(parser(), path, bytes, settings(), RecordLaw.lineStarts(bytes))
        .toString();
  }

  private void assertLinesAreRecords(byte[] bytes, Reading reading) {
    if (parser().splitting() == Splitting.AT_LINES) {
      assertEquals(RecordLaw.lines(bytes).size(), reading.records(), "each line is a record");
    }
  }

  /** Every parser of the product, found by its class and not by a list that may be incomplete. */
  private static List<LogParser> allParsers() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("postmortem.parser")
            .stream()
            .filter(type -> type.isAssignableTo(LogParser.class) && !type.isInterface())
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .map(ParserContractTest::instance)
            .toList();
  }

  private static LogParser instance(JavaClass type) {
    try {
      Constructor<?> constructor = type.reflect().getDeclaredConstructor();
      constructor.setAccessible(true);
      return (LogParser) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName() + " needs a constructor without arguments", e);
    }
  }
}

package postmortem.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.evidence.EvidenceFile;
import postmortem.evidence.EvidenceTree;
import postmortem.evidence.HashingStream;
import postmortem.parser.FileFacts;
import postmortem.parser.LogParser;
import postmortem.parser.Survey;
import postmortem.text.Lines;

/** Goes through a large file of lines once: hashes it, surveys it, and finds where to cut it. */
final class Cutter {

  /**
   * @param sha256 of the file
   * @param starts offset and record number of the first line of each piece, in order
   * @param end where the last piece ends
   */
  record Cuts(@Nullable String sha256, List<Start> starts, long end, FileFacts facts) {}

  /** Where a piece begins. */
  record Start(long offset, long record) {}

  private Cutter() {}

  static Cuts cut(
      EvidenceTree<Recognised> tree,
      EvidenceFile file,
      Recognised what,
      LogParser parser,
      Recogniser recogniser,
      long pieceBytes)
      throws IOException {
    Survey survey = parser.newSurvey(what.sample(), recogniser.parseSettings(file.path()));
    List<Start> starts = new ArrayList<>();
    starts.add(new Start(0, 1));
    long begin = 0;
    HashingStream in = tree.openHashing(file);
    try (Lines lines = new Lines(in, 0, 1, recogniser.maxLine())) {
      while (lines.next()) {
        if (lines.offset() - begin >= pieceBytes) {
          begin = lines.offset();
          starts.add(new Start(begin, lines.record()));
        }
        if (survey.needsAllLines() || isDirective(lines)) {
          survey.line(lines);
        }
      }
    }
    return new Cuts(in.sha256(), starts, in.count(), survey.facts());
  }

  private static boolean isDirective(Lines lines) {
    return !lines.isEmpty() && !lines.tooLong() && lines.block()[lines.start()] == '#';
  }
}

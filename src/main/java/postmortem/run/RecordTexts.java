package postmortem.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.event.Slice;
import postmortem.event.SourceRef;
import postmortem.evidence.Encoding;
import postmortem.evidence.EvidenceFile;
import postmortem.evidence.EvidenceTree;
import postmortem.parser.LogParser;

/** Reads the text of single records again, with the secrets masked. */
final class RecordTexts {

  private static final int LONGEST = 1 << 12;

  private final EvidenceTree<Recognised> tree;

  RecordTexts(EvidenceTree<Recognised> tree) {
    this.tree = tree;
  }

  /** The records at these places; one that cannot be read any more is left out. */
  SortedMap<SourceRef, String> read(Collection<SourceRef> places) {
    TreeMap<Integer, TreeSet<SourceRef>> byFile = new TreeMap<>();
    places.forEach(
        place -> byFile.computeIfAbsent(place.ledger(), id -> new TreeSet<>()).add(place));
    TreeMap<SourceRef, String> texts = new TreeMap<>();
    for (Map.Entry<Integer, TreeSet<SourceRef>> e : byFile.entrySet()) {
      EvidenceFile file = tree.files().get(e.getKey());
      Recognised what = tree.sampled(file);
      LogParser parser = what == null ? null : what.parser();
      if (parser != null) {
        try {
          if (parser.rendersRecords()) {
            try (InputStream in = tree.open(file)) {
              RenderedRecords.read(in, file, e.getValue(), parser, texts);
            }
          } else {
            readFile(file, e.getValue(), parser, texts);
          }
        } catch (IOException unreadableNow) {
          // the ledger says what could not be read
        }
      }
    }
    return texts;
  }

  private void readFile(
      EvidenceFile file,
      Collection<SourceRef> places,
      LogParser parser,
      SortedMap<SourceRef, String> texts)
      throws IOException {
    if (file.seekable()) {
      for (SourceRef place : places) {
        try (InputStream in = tree.openAt(file, place.offset(), place.length())) {
          texts.put(place, text(in, place, parser, file.encoding()));
        }
      }
      return;
    }
    try (InputStream in = tree.open(file)) {
      long at = 0;
      for (SourceRef place : places) {
        in.skipNBytes(place.offset() - at);
        texts.put(place, text(in, place, parser, file.encoding()));
        at = place.offset() + Math.min(place.length(), LONGEST);
      }
    }
  }

  private static String text(
      InputStream in, SourceRef place, LogParser parser, @Nullable Encoding encoding)
      throws IOException {
    byte[] bytes = in.readNBytes(Math.min(place.length(), LONGEST));
    parser.mask(bytes);
    String text =
        encoding != null && encoding.isCodePage()
            ? new String(bytes, encoding.charset())
            : new Slice(bytes, 0, bytes.length).toString();
    return parser.explained(oneLine(text));
  }

  /** A record of several lines as one: each line end, with what indents the next line, a blank. */
  private static String oneLine(String text) {
    if (text.indexOf('\n') < 0) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length());
    boolean behindEnd = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean end = c == '\n' || c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (end && !behindEnd) {
        line.append(' ');
      }
      behindEnd = end || behindEnd && (c == ' ' || c == '\t');
      if (!behindEnd) {
        line.append(c);
      }
    }
    return line.toString();
  }
}

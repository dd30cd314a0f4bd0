package postmortem.parser.windows.block;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import postmortem.event.Names;
import postmortem.parser.Confidence;
import postmortem.parser.Fate;
import postmortem.parser.ParseSettings;
import postmortem.parser.PieceInput;
import postmortem.parser.Sample;
import postmortem.parser.windows.CodePage;
import postmortem.parser.windows.Ignoring;
import postmortem.parser.windows.Secrets;
import postmortem.text.AsciiText;

/** What the parsers of this package have in common: how a file is opened, and known. */
record BlockForms(Making making) {

  private static final int LOOKED_AT = 1 << 20;
  private static final ParseSettings SAMPLED = new ParseSettings(null, 0, Sample.LENGTH);

  /** Makes the form for one reader. */
  @FunctionalInterface
  interface Making {
    BlockForm form(CodePage codePage, String path, ParseSettings settings);
  }

  BlockReader open(PieceInput piece, ParseSettings settings) throws IOException {
    byte[] head = piece.in().readNBytes(LOOKED_AT);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), piece.in());
    BlockForm form = making.form(new CodePage(head), piece.path(), settings);
    return new BlockReader(piece, all, form, settings);
  }

  private BlockReader open(Sample sample) throws IOException {
    InputStream in = new ByteArrayInputStream(sample.head());
    return open(new PieceInput(in, 0, 1, 0, 0, sample.path()), SAMPLED);
  }

  /** By its blocks: most of them must be events. */
  Confidence probe(Sample sample) {
    int good = 0;
    int bad = 0;
    try (BlockReader reader = open(sample)) {
      Ignoring sink = new Ignoring(new Names());
      for (Fate fate = reader.next(sink); fate != Fate.END; fate = reader.next(sink)) {
        good += fate == Fate.REJECTED || reader.isOutside() ? 0 : 1;
        bad += fate == Fate.REJECTED ? 1 : 0;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    if (good == 0) {
      return Confidence.NONE;
    }
    return bad * 10 <= good + 10 ? Confidence.LIKELY : Confidence.POSSIBLE;
  }

  /**
   * A command line (event 4688) may hold a password; all is hidden that stands below its number.
   */
  static void mask(byte[] record) {
    Secrets.maskAuth(record, 0, record.length);
    int at = AsciiText.find(record, 0, record.length, "4688");
    int lf = at < 0 ? -1 : AsciiText.indexOf(record, at, record.length, '\n');
    if (lf >= 0) {
      Arrays.fill(record, lf + 1, record.length, (byte) '*');
    }
  }
}

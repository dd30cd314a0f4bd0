package postmortem.parser.exchange;

import postmortem.event.StepKind;

/** Understands what a server answers. */
final class ReplyText {

  private ReplyText() {}

  /** Only the last line of an answer makes a step; 2013 and later write an answer as one row. */
  static void read(byte[] b, int from, int to, StepDraft draft) {
    int start = Word.skipBlanks(b, from, to);
    if (!isReply(b, start, to) || start + 3 < to && b[start + 3] == '-') {
      return;
    }
    draft.note(StepKind.REPLY);
    draft.status = (int) Word.number(b, start, start + 3);
    boolean separated = start + 3 < to && b[start + 3] == ' ';
    draft.text(separated ? start + 4 : start + 3, to);
  }

  /** Does it begin with a code of three digits? */
  static boolean isReply(byte[] b, int from, int to) {
    return to - from >= 3
        && b[from] >= '2'
        && b[from] <= '5'
        && Word.isDigit(b[from + 1])
        && Word.isDigit(b[from + 2])
        && (to - from == 3 || !Word.isDigit(b[from + 3]));
  }
}

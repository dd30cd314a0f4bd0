package postmortem.parser.exchange;

import postmortem.event.Reason;
import postmortem.event.StepKind;
import postmortem.text.AsciiText;

/**
 * Understands what the server notes of itself: rows with the event {@code *}.
 *
 * <p>Tarpits, permissions, certificates and the set-up of proxy sessions are parts of a session
 * that tell nothing of their own.
 */
final class NoteText {

  private NoteText() {}

  /**
   * @param from start of the data, which is an identity or nothing here
   * @param noteFrom start of the context, which is what is noted
   */
  static void read(byte[] b, int from, int to, int noteFrom, int noteTo, StepDraft draft) {
    int start = Word.skipBlanks(b, noteFrom, noteTo);
    int end = AsciiText.trimEnd(b, start, noteTo);
    if (AsciiText.equalsIgnoreCase(b, start, end, "authenticated")) {
      draft.note(StepKind.AUTH_GRANTED);
      draft.text(Word.skipBlanks(b, from, to), AsciiText.trimEnd(b, from, to));
      return;
    }
    int name = nameStart(b, start, end);
    if (name >= 0) {
      if (name < end && !isNull(b, name, end)) {
        draft.note(StepKind.AUTH_NAME);
        draft.text(name, end);
      }
      return;
    }
    Reason reason = Denial.reason(b, start, end);
    if (reason != Reason.NONE) {
      draft.note(StepKind.AUTH_DENIED);
      draft.reason = reason;
      mechanism(b, start, end, draft);
    }
  }

  /** Is it one of the notes that name an attempt? */
  static boolean isNote(byte[] b, int from, int to) {
    return AsciiText.equalsIgnoreCase(b, from, to, "authenticated")
        || AsciiText.equalsIgnoreCase(b, from, to, "Set Session Permissions")
        || nameStart(b, from, to) >= 0
        || Denial.reason(b, from, to) != Reason.NONE;
  }

  private static int nameStart(byte[] b, int from, int to) {
    if (AsciiText.startsWithIgnoreCase(b, from, to, "User Name:")) {
      return Word.skipBlanks(b, from + 10, to);
    }
    return AsciiText.startsWithIgnoreCase(b, from, to, "Username:")
        ? Word.skipBlanks(b, from + 9, to)
        : -1;
  }

  /** Exchange writes this word where the client gave no name. */
  private static boolean isNull(byte[] b, int from, int to) {
    return to - from == 4
        && b[from] == 'N'
        && b[from + 1] == 'U'
        && b[from + 2] == 'L'
        && b[from + 3] == 'L';
  }

  /** {@code Inbound AUTH LOGIN failed because of ...}; other notes say what they like instead. */
  private static void mechanism(byte[] b, int from, int to, StepDraft draft) {
    int verb = AsciiText.find(b, from, to, "nbound AUTH ");
    if (verb < 0) {
      return;
    }
    int start = verb + 12;
    int end = Word.end(b, start, to);
    if (!AsciiText.equalsIgnoreCase(b, start, end, "because")
        && !AsciiText.equalsIgnoreCase(b, start, end, "failed")) {
      draft.text(start, end);
    }
  }
}

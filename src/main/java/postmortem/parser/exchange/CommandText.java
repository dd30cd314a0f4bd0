package postmortem.parser.exchange;

import postmortem.event.Span;
import postmortem.event.StepKind;
import postmortem.text.AsciiText;

/**
 * Understands what a client sends.
 *
 * <p>The answers inside an AUTH exchange are not commands and make no step: bare base64, {@code *}
 * (RFC 4954, 4), and the words in angle brackets that Exchange writes in their place.
 */
final class CommandText {

  private CommandText() {}

  static void read(byte[] b, int from, int to, StepDraft draft) {
    int start = Word.skipBlanks(b, from, to);
    int end = AsciiText.trimEnd(b, start, to);
    int verbEnd = Verb.end(b, start, end);
    Verb verb = Verb.of(b, start, verbEnd);
    int rest = Word.skipBlanks(b, verbEnd, end);
    if (verb == null) {
      if (!isAuthAnswer(b, start, end)) {
        other(b, start, verbEnd, draft);
      }
      return;
    }
    switch (verb) {
      case EHLO, HELO -> {
        draft.command(StepKind.HELO);
        draft.text(rest, end);
        draft.number = verb == Verb.EHLO ? 1 : 0;
      }
      case MAIL -> path(b, rest, end, "FROM", StepKind.MAIL, draft);
      case RCPT -> path(b, rest, end, "TO", StepKind.RCPT, draft);
      case AUTH, X_EXPS -> {
        draft.command(StepKind.AUTH);
        draft.text(rest, Secrets.mechanismEnd(b, rest, end));
      }
      case BDAT -> draft.command(isLast(b, rest, end) ? StepKind.DATA : StepKind.OTHER_COMMAND);
      case XPROXY, XPROXYFROM -> proxied(b, rest, end, draft);
      default -> draft.command(verb.step());
    }
    if (draft.kind == null || draft.kind == StepKind.OTHER_COMMAND) {
      other(b, start, verbEnd, draft);
    }
  }

  private static void other(byte[] b, int start, int verbEnd, StepDraft draft) {
    draft.clear();
    draft.command(StepKind.OTHER_COMMAND);
    draft.text(start, AsciiText.trimEnd(b, start, verbEnd));
  }

  private static boolean isAuthAnswer(byte[] b, int from, int to) {
    return to - from == 1 && b[from] == '*'
        || to - from > 2 && b[from] == '<' && b[to - 1] == '>'
        || Secrets.isBase64(b, from, to);
  }

  /** {@code FROM:<address> SIZE=1234}, with or without brackets and blanks. */
  private static void path(
      byte[] b, int from, int to, String keyword, StepKind kind, StepDraft draft) {
    int colon = Word.skipBlanks(b, Math.min(from + keyword.length(), to), to);
    if (!AsciiText.startsWithIgnoreCase(b, from, to, keyword) || colon == to || b[colon] != ':') {
      return;
    }
    int start = Word.skipBlanks(b, colon + 1, to);
    int end = Word.end(b, start, to);
    int rest = end;
    if (start < to && b[start] == '<') {
      int bracket = closingBracket(b, start + 1, to);
      start++;
      end = bracket < 0 ? end : bracket;
      rest = bracket < 0 ? end : bracket + 1;
    }
    draft.command(kind);
    draft.text = Span.of(start, Math.max(start, end));
    if (kind == StepKind.MAIL) {
      int size = AsciiText.find(b, rest, to, " SIZE=");
      draft.number = size < 0 ? 0 : Word.number(b, size + 6, to);
    }
  }

  /** The bracket that closes an address; one in a quoted local part does not. */
  private static int closingBracket(byte[] b, int from, int to) {
    boolean quoted = false;
    int last = -1;
    for (int i = from; i < to; i++) {
      if (b[i] == '\\' && quoted) {
        i++;
      } else if (b[i] == '"') {
        quoted = !quoted;
      } else if (b[i] == '>') {
        if (!quoted) {
          return i;
        }
        last = i;
      }
    }
    return last; // the quote did not close
  }

  private static boolean isLast(byte[] b, int from, int to) {
    int size = Word.end(b, from, to);
    return AsciiText.equalsIgnoreCase(b, Word.skipBlanks(b, size, to), to, "LAST");
  }

  /** {@code SID=... IP=192.0.2.1 PORT=25 ...}: a front end tells whom it speaks for. */
  private static void proxied(byte[] b, int from, int to, StepDraft draft) {
    long address = Span.ABSENT;
    long port = 0;
    int end;
    for (int i = from; i < to; i = Word.skipBlanks(b, end, to)) {
      end = Word.end(b, i, to);
      if (AsciiText.startsWithIgnoreCase(b, i, end, "IP=") && end > i + 3) {
        address = Span.of(i + 3, end);
      } else if (AsciiText.startsWithIgnoreCase(b, i, end, "PORT=")) {
        port = Word.number(b, i + 5, end);
      }
    }
    if (!Span.isAbsent(address)) {
      draft.command(StepKind.PROXIED_FOR);
      draft.text = address;
      draft.number = port;
    }
  }

  /** Is this plainly a command: does it begin with a known verb? */
  static boolean isCommand(byte[] b, int from, int to) {
    return Verb.of(b, from, Verb.end(b, from, to)) != null;
  }
}

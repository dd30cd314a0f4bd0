package postmortem.parser.iis;

import postmortem.event.Direction;
import postmortem.event.Hash;
import postmortem.event.Origin;
import postmortem.event.Reason;
import postmortem.event.Span;
import postmortem.event.Step;
import postmortem.event.StepKind;
import postmortem.text.AsciiNumbers;
import postmortem.text.AsciiText;

/** Turns rows of the SMTP service into steps. Made once and used for row after row. */
final class SmtpSteps {

  /** The status is no number. */
  static final int BAD_STATUS = -2;

  private static final int MAX_STATUS = 999;

  /** Bytes of "550 5.7.1 Unable to relay for " and the line end (iis-smtp.md, 7). */
  private static final int RELAY_REPLY = 32;

  /** Bytes of "550 5.1.1 User unknown" and the line end. */
  private static final int UNKNOWN_REPLY = 24;

  private static final long SEED_IN = 0x696e_0001L;
  private static final long SEED_OUT = 0x6f75_7401L;

  private final MailArgument argument = new MailArgument();
  private boolean maskedVerbs;

  // of the step in the making
  private StepKind kind = StepKind.OTHER_COMMAND;
  private long text;
  private int status;
  private long number;
  private Reason reason = Reason.NONE;

  /** Did a verb consist of x alone, as some firewalls overwrite those that they do not know? */
  boolean maskedVerbs() {
    return maskedVerbs;
  }

  /** The row's own reply code; 0 where there is none, {@link #BAD_STATUS} where it is no number. */
  static int status(W3cRow row) {
    long span = row.span(Column.STATUS);
    if (Span.isAbsent(span)) {
      return Step.NONE;
    }
    long value = AsciiNumbers.unsigned(row.block(), Span.start(span), Span.end(span));
    return value < 0 || value > MAX_STATUS ? BAD_STATUS : (int) value;
  }

  /**
   * The step that a row is.
   *
   * @param rowStatus what {@link #status} says of it
   */
  Step step(W3cRow row, Origin origin, int rowStatus) {
    boolean out = SmtpRows.isOutbound(row);
    text = Span.ABSENT;
    number = 0;
    reason = Reason.NONE;
    status = out ? Step.PENDING : rowStatus;
    if (out && SmtpRows.isResponse(row)) {
      reply(row);
    } else {
      command(row, out);
    }
    return new Step(
        origin,
        kind,
        out ? Direction.OUT : Direction.IN,
        session(row, out),
        row.span(Column.CLIENT),
        row.span(Column.SERVER),
        row.span(Column.SITE),
        out ? Span.ABSENT : row.span(Column.USER),
        text,
        status,
        number,
        reason);
  }

  /** There is no session id; address, name and virtual server must do (iis-smtp.md, 8). */
  private static long session(W3cRow row, boolean out) {
    if (!out && row.namesSessionInOneRun()) {
      return Hash.of(row.block(), row.start(Column.CLIENT), row.end(Column.SITE), SEED_IN);
    }
    long key = hash(row, Column.CLIENT, out ? SEED_OUT : SEED_IN);
    if (!out) {
      key = hash(row, Column.USER, key);
    }
    return hash(row, Column.SITE, key);
  }

  private static long hash(W3cRow row, Column column, long seed) {
    return row.has(column)
        ? Hash.of(row.block(), row.start(column), row.end(column), seed)
        : Hash.of(row.block(), 0, 0, seed);
  }

  private void command(W3cRow row, boolean out) {
    long verb = row.span(Column.METHOD);
    byte[] b = row.block();
    switch (SmtpVerb.of(b, Span.start(verb), Span.end(verb))) {
      case HELO -> hello(row, 0);
      case EHLO -> hello(row, 1);
      case MAIL -> {
        mail(row, StepKind.MAIL, "FROM");
        number = argument.size();
      }
      case RCPT -> {
        mail(row, StepKind.RCPT, "TO");
        reason = refusal(row);
      }
      case DATA -> data(row);
      case BDAT -> bdat(row, verb);
      case RSET -> kind = StepKind.RSET;
      case QUIT -> {
        kind = StepKind.QUIT; // 240 and a number are the session's length (iis-smtp.md, 3)
        status = out ? status : Step.NONE;
      }
      case TIMEOUT -> {
        other(verb);
        if (status < 500) { // else a client typed the word, and was told that it is no command
          kind = StepKind.TIMEOUT;
          text = Span.ABSENT;
          status = Step.NONE;
        }
      }
      case STARTTLS -> {
        other(verb);
        kind = status == 220 ? StepKind.TLS : kind;
        text = status == 220 ? Span.ABSENT : text;
      }
      case AUTH -> auth(row);
      case KNOWN -> other(verb);
      case MASKED -> {
        other(verb);
        maskedVerbs = true;
      }
      case UNKNOWN -> {
        other(verb);
        text = Secrets.maybeBase64(b, Span.start(verb), Span.end(verb)) ? Span.ABSENT : text;
      }
    }
  }

  private void other(long verb) {
    kind = StepKind.OTHER_COMMAND;
    text = verb;
  }

  private void hello(W3cRow row, int extended) {
    kind = StepKind.HELO;
    text = afterBlanks(row);
    number = extended;
  }

  /** The query without the blanks that stood after the verb; absent where nothing is left. */
  private static long afterBlanks(W3cRow row) {
    long query = row.span(Column.QUERY);
    int start = MailArgument.afterBlanks(row.block(), Span.start(query), Span.end(query));
    return start == Span.end(query) ? Span.ABSENT : Span.of(start, Span.end(query));
  }

  private void mail(W3cRow row, StepKind what, String keyword) {
    kind = what;
    long query = row.span(Column.QUERY);
    argument.read(row.block(), Span.start(query), Span.end(query), keyword);
    text = argument.address();
  }

  /** The log has no reply text, but its length tells two replies apart. */
  private Reason refusal(W3cRow row) {
    if (status < 500 || status > 599 || Span.isAbsent(text)) {
      return Reason.NONE;
    }
    long bytes = number(row, Column.SENT);
    if (bytes == Span.end(text) - Span.start(text) + RELAY_REPLY) {
      return Reason.RELAY_DENIED;
    }
    return bytes == UNKNOWN_REPLY ? Reason.UNKNOWN_RECIPIENT : Reason.NONE;
  }

  private static long number(W3cRow row, Column column) {
    long span = row.span(column);
    return Math.max(0, AsciiNumbers.unsigned(row.block(), Span.start(span), Span.end(span)));
  }

  private void data(W3cRow row) {
    kind = StepKind.DATA;
    number = number(row, Column.RECEIVED);
    long id = afterBlanks(row);
    int start = Span.start(id);
    int end = Span.end(id);
    byte[] b = row.block();
    if (end > start && b[start] == '<') {
      start++;
    }
    if (end > start && b[end - 1] == '>') {
      end--;
    }
    text = end > start ? Span.of(start, end) : Span.ABSENT;
  }

  /** The last chunk says LAST, or has the message id that is known only then. */
  private void bdat(W3cRow row, long verb) {
    long query = afterBlanks(row);
    int start = Span.start(query);
    int end = Span.end(query);
    byte[] b = row.block();
    boolean last = end - start > 4 && AsciiText.equalsIgnoreCase(b, end - 4, end, "LAST");
    if (last || end > start && b[start] == '<') {
      data(row);
      text = last ? Span.ABSENT : text;
      return;
    }
    other(verb);
  }

  private void auth(W3cRow row) {
    kind = StepKind.AUTH;
    long query = afterBlanks(row);
    int start = Span.start(query);
    int end = Secrets.mechanismEnd(row.block(), start, Span.end(query));
    text = end > start ? Span.of(start, end) : Span.ABSENT;
  }

  /** The code is the first token; of a reply of many lines only the first is here. */
  private void reply(W3cRow row) {
    kind = StepKind.REPLY;
    status = Step.NONE;
    text = row.span(Column.QUERY);
    int start = Span.start(text);
    int end = Span.end(text);
    byte[] b = row.block();
    boolean coded =
        end - start >= 3 && (end - start == 3 || b[start + 3] == '+' || b[start + 3] == '-');
    int code = coded ? AsciiNumbers.fixed(b, start, 3) : -1;
    if (code >= 0) {
      status = code;
      text = end - start > 4 ? Span.of(start + 4, end) : Span.ABSENT;
    }
  }
}

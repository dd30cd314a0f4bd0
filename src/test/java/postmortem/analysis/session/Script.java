package postmortem.analysis.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import postmortem.event.Direction;
import postmortem.event.Event;
import postmortem.event.Names;
import postmortem.event.Origin;
import postmortem.event.Provenance;
import postmortem.event.Reason;
import postmortem.event.Span;
import postmortem.event.Step;
import postmortem.event.StepKind;
import postmortem.event.TextSpace;
import postmortem.event.TimeBasis;
import postmortem.event.TimePrecision;
import postmortem.event.Times;

/**
 * Steps written as text, and events as text, for tables of tests.
 *
 * <p>A step is {@code SECOND KEY ADDRESS KIND [TEXT] [STATUS]}, an underscore for no text, {@code
 * <>} for an empty one, {@code ?} for a reply that comes later; a key in capitals is an outgoing
 * connection.
 */
final class Script {

  private static final Provenance SOURCE =
      new Provenance(0, 0, TimePrecision.SECOND, TimeBasis.AS_LOGGED);

  private Script() {}

  static List<Step> steps(String... lines) {
    List<Step> steps = new ArrayList<>();
    long offset = 0;
    for (String line : lines) {
      steps.add(step(line, steps.size() + 1, offset));
      offset += line.length() + 1;
    }
    return steps;
  }

  static Step step(String line, int record, long offset) {
    String[] words = (" " + line).strip().split(" ");
    byte[] block = (" " + line).getBytes(StandardCharsets.UTF_8);
    Origin origin =
        new Origin(
            SOURCE,
            Long.parseLong(words[0]) * Times.SECOND,
            block,
            1,
            block.length - 1,
            record,
            offset);
    StepKind kind = StepKind.valueOf(words[3]);
    boolean out = words[1].equals(words[1].toUpperCase(Locale.ROOT));
    String status = words.length > 5 ? words[5] : "_";
    long text = words.length > 4 ? span(words, 4) : Span.ABSENT;
    return new Step(
        origin,
        kind,
        out ? Direction.OUT : Direction.IN,
        words[1].hashCode(),
        span(words, 2),
        Span.ABSENT,
        Span.ABSENT,
        Span.ABSENT,
        text,
        status.equals("?")
            ? Step.PENDING
            : status.equals("_") ? Step.NONE : Integer.parseInt(status),
        0,
        kind == StepKind.AUTH_DENIED ? Reason.DENIED : Reason.NONE);
  }

  private static long span(String[] words, int index) {
    if (words[index].equals("_")) {
      return Span.ABSENT;
    }
    int start = 1; // the block has a blank before the line
    for (int i = 0; i < index; i++) {
      start += words[i].length() + 1;
    }
    return words[index].equals("<>")
        ? Span.of(start + 1, start + 1)
        : Span.of(start, start + words[index].length());
  }

  /** Folds all steps as one piece. */
  static List<String> fold(SessionRules rules, List<Step> steps) {
    Names names = new Names();
    List<String> events = new ArrayList<>();
    SessionFold fold = new SessionFold(rules, true, names, e -> events.add(text(e, names)));
    steps.forEach(fold::add);
    SessionFold.close(fold.finish(), names, e -> events.add(text(e, names)));
    return events;
  }

  static String text(Event event, Names names) {
    String at = event.time() / Times.SECOND + " ";
    return switch (event.kind()) {
      case SESSION -> {
        Event.Session s = (Event.Session) event;
        yield at
            + names.address(s.peer().address())
            + " session helo="
            + names.text(TextSpace.HELO, s.peer().helo())
            + " commands="
            + s.commands()
            + " attempts="
            + s.attempts()
            + " messages="
            + s.messages()
            + " rcpts="
            + s.recipients()
            + " delivered="
            + s.delivered()
            + (s.tls() ? " tls " : " ")
            + s.how()
            + " end="
            + s.end() / Times.SECOND;
      }
      case AUTH_ATTEMPT -> {
        Event.AuthAttempt a = (Event.AuthAttempt) event;
        yield at
            + names.address(a.peer().address())
            + " attempt "
            + names.text(TextSpace.LABEL, a.mechanism())
            + " "
            + names.text(TextSpace.ACCOUNT, a.account())
            + " "
            + a.outcome()
            + " "
            + a.reason()
            + " records="
            + (1 + a.more().size());
      }
      case MESSAGE -> {
        Event.Message m = (Event.Message) event;
        yield at
            + names.address(m.peer().address())
            + " message from="
            + m.sender()
            + " account="
            + names.text(TextSpace.ACCOUNT, m.account())
            + " accepted="
            + m.accepted()
            + " refused="
            + m.refused()
            + " domain="
            + names.text(TextSpace.DOMAIN, m.domain())
            + "*"
            + m.inDomain()
            + " other="
            + names.text(TextSpace.DOMAIN, m.otherDomain())
            + " id="
            + m.messageId()
            + " "
            + m.permission()
            + " "
            + m.outcome();
      }
      case RECIPIENT -> {
        Event.Recipient r = (Event.Recipient) event;
        yield at
            + names.address(r.peer().address())
            + " recipient "
            + r.recipient()
            + " "
            + r.status()
            + " "
            + r.reason()
            + (r.nullSender() ? " null-sender" : "");
      }
      case DELIVERY -> {
        Event.Delivery d = (Event.Delivery) event;
        yield at
            + names.address(d.peer().address())
            + " delivery from="
            + d.sender()
            + " to="
            + d.recipient()
            + " "
            + d.status()
            + " "
            + d.outcome()
            + " "
            + d.reason()
            + " list="
            + names.text(TextSpace.LABEL, d.blocklist())
            + " end="
            + d.end() / Times.SECOND;
      }
      default -> throw new IllegalArgumentException(event.kind().toString());
    };
  }
}

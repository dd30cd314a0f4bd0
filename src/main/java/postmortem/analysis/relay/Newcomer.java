package postmortem.analysis.relay;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.Times;

/**
 * Tells a new mail server of ours: a machine that begins to hand over ordinary mail, one recipient
 * or two to a message, under senders of ours and a name of ours, and goes on for hours.
 */
final class Newcomer {

  private static final int MESSAGES = 50;
  private static final double RECIPIENTS = 2; // to a message
  private static final long LASTING = 6 * Times.HOUR;

  private @Nullable FindingBuilder evidence;
  private long recipients;
  private long named;

  void add(Fact message, int foreign, Context context) {
    FindingBuilder builder = evidence;
    if (builder == null) {
      builder = context.finding(FindingType.MIGRATION);
      evidence = builder;
    }
    builder.add(message);
    recipients += foreign;
    if (message.helo() != 0 && isOurs(message.helo(), context)) {
      named++;
    }
  }

  private static boolean isOurs(int helo, Context context) {
    Slice name = context.names().text(TextSpace.HELO, helo);
    int dot = name == null ? -1 : name.indexOf('.');
    return name != null
        && dot >= 0
        && (context.local().contains(name)
            || context.local().contains(name.part(dot + 1, name.length())));
  }

  boolean isServer(Context context) {
    FindingBuilder builder = evidence;
    return builder != null
        && builder.count() >= MESSAGES
        && recipients <= RECIPIENTS * builder.count()
        && named * 2 > builder.count()
        && builder.end() - builder.start() > LASTING
        && builder.start() - context.coverage().first() > Times.DAY;
  }

  Finding finding() {
    FindingBuilder builder = Objects.requireNonNull(evidence);
    return builder
        .severity(Severity.INFO)
        .confidence(0.7)
        .title(
            "A new mail server of ours hands mail over: %d messages to %d foreign recipients"
                .formatted(builder.count(), recipients))
        .metric("messages", builder.count())
        .metric("foreignRecipients", recipients)
        .metric("cause", "one recipient to a message, senders and name are ours")
        .build();
  }
}

package postmortem.run;

import java.util.ArrayList;
import java.util.List;
import postmortem.analysis.Amount;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingBuilder;
import postmortem.analysis.FindingType;
import postmortem.analysis.clock.Correction;
import postmortem.event.Times;

/** Says which clocks were wrong, which agreed, and which nobody can judge. */
final class ClockFindings {

  private ClockFindings() {}

  /** One for each correction that was made. */
  static List<Finding> of(List<Correction> corrections, Context context) {
    List<Finding> found = new ArrayList<>();
    for (Correction c : corrections) {
      if (c.offset() != 0
          && (c.kind() == Correction.Kind.ZONE || c.kind() == Correction.Kind.CLOCK)) {
        found.add(finding(c, context));
      }
    }
    return found;
  }

  private static Finding finding(Correction c, Context context) {
    boolean first = c.from() == Long.MIN_VALUE;
    FindingBuilder builder =
        context
            .finding(FindingType.CLOCK_SKEW)
            .period(first ? context.coverage().first() : c.from(), context.coverage().last())
            .confidence(c.matches() >= 100 ? 0.95 : 0.8)
            .title(wrong(c))
            .metric("offsetSeconds", (double) c.offset() / Times.SECOND)
            .metric("matches", c.matches())
            .metric("spreadSeconds", (double) c.spread() / Times.SECOND)
            .metric("reference", c.reference());
    c.streams().forEach(builder::about);
    return builder.build();
  }

  /** Full sentences, each clock's once. */
  static List<String> sentences(List<Correction> corrections) {
    return corrections.stream().map(ClockFindings::sentence).toList();
  }

  private static String sentence(Correction c) {
    return switch (c.kind()) {
      case REFUSED ->
          "%s could not be compared with any other: too few things stand in both logs; its times are as logged."
              .formatted(capital(c.clock()));
      case AGREES ->
          "%s and that of %s agree%s.".formatted(capital(c.clock()), c.reference(), basis(c));
      case ZONE, CLOCK -> wrong(c) + basis(c) + "; its times were set right by that.";
    };
  }

  private static String wrong(Correction c) {
    String since = c.from() == Long.MIN_VALUE ? "" : " from " + Times.instant(c.from()) + " on";
    if (c.kind() == Correction.Kind.ZONE) {
      return "%s is %s%s".formatted(capital(c.clock()), zone(c.offset()), since);
    }
    return "%s is %s %s that of %s%s"
        .formatted(
            capital(c.clock()),
            length(Math.abs(c.offset())),
            c.offset() > 0 ? "ahead of" : "behind",
            c.reference(),
            since);
  }

  private static String capital(String clock) {
    return clock.startsWith("the ") ? "The" + clock.substring(3) : "The clock of " + clock;
  }

  /** {@code UTC-08:00}. */
  static String zone(long offset) {
    long minutes = Math.round((double) Math.abs(offset) / Times.MINUTE);
    return minutes == 0
        ? "UTC"
        : "UTC%s%02d:%02d".formatted(offset < 0 ? "-" : "+", minutes / 60, minutes % 60);
  }

  private static String length(long nanos) {
    long seconds = Math.round((double) nanos / Times.SECOND);
    long minutes = seconds / 60;
    String rest = seconds % 60 == 0 && minutes > 0 ? "" : seconds % 60 + " s";
    return ((minutes > 0 ? Amount.number(minutes) + " min " : "") + rest).strip();
  }

  private static String basis(Correction c) {
    return " (%s, %s; spread %s s)"
        .formatted(
            Amount.of(c.matches(), "matching pair"),
            c.basis(),
            Math.round(c.spread() / (double) Times.SECOND * 10) / 10.0);
  }
}

package postmortem.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import postmortem.event.Times;
import postmortem.incident.Incident;
import postmortem.incident.Verdict;

/** The words and figures that the texts of a report are made of. */
final class Wording {

  private Wording() {}

  /** {@code 2003-07-11 08:00:00}; milliseconds where they are not zero. */
  static String time(long nanos) {
    String iso = Metrics.iso(nanos);
    return iso.substring(0, iso.length() - 1).replace('T', ' ');
  }

  static String utc(long nanos) {
    return time(nanos) + " UTC";
  }

  /** The period, with what is not known of its ends: a log that begins late tells no start. */
  static String period(long start, long end, boolean startOpen, boolean endOpen) {
    String from =
        startOpen
            ? "already under way when the log begins (first seen " + utc(start) + ")"
            : utc(start);
    String to =
        endOpen ? "still going on when the log ends (last seen " + utc(end) + ")" : utc(end);
    if (start == end && !startOpen && !endOpen) {
      return from;
    }
    String joint = startOpen || endOpen ? ", seen for " : ", ";
    return from + (startOpen || endOpen ? "; " : " to ") + to + joint + duration(end - start);
  }

  /** {@code 2010-11-18 03:05}. */
  static String minute(long nanos) {
    return time(nanos).substring(0, 16);
  }

  /** {@code 2010-11-18 03:05 to 05:20 UTC}. */
  static String shortPeriod(long start, long end) {
    String from = minute(start);
    String to = minute(end);
    if (from.equals(to)) {
      return from + " UTC";
    }
    boolean sameDay = from.substring(0, 10).equals(to.substring(0, 10));
    return from + " to " + (sameDay ? to.substring(11) : to) + " UTC";
  }

  /** {@code 3 d 4 h}: the two largest units. */
  static String duration(long nanos) {
    long seconds = nanos / Times.SECOND;
    long[] units = {86_400, 3_600, 60, 1};
    String[] names = {"d", "h", "min", "s"};
    for (int i = 0; i < units.length; i++) {
      if (seconds >= units[i]) {
        long rest = i + 1 < units.length ? seconds % units[i] / units[i + 1] : 0;
        return seconds / units[i]
            + " "
            + names[i]
            + (rest > 0 ? " " + rest + " " + names[i + 1] : "");
      }
    }
    return "less than 1 s";
  }

  /** {@code high (0.95)}; low &lt; 0.5 &lt;= medium &lt; 0.8 &lt;= high. */
  static String confidence(double value) {
    return confidenceWord(value) + " (" + decimal(value, 2, RoundingMode.DOWN) + ")";
  }

  static String confidenceWord(double value) {
    if (value < 0.5) {
      return "low";
    }
    return value < 0.8 ? "medium" : "high";
  }

  /** A figure without exponent, at most four digits after the point. */
  static String number(Number number) {
    if (number instanceof Double value) {
      return Math.abs(value) >= 0.0001 || value == 0
          ? decimal(value, 4, RoundingMode.HALF_EVEN)
          : new BigDecimal(value).round(new java.math.MathContext(2)).toString();
    }
    return number.toString();
  }

  private static String decimal(double value, int digits, RoundingMode mode) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "not a number";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, mode);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** {@code accountsTried}: "accounts tried". */
  static String label(String key) {
    StringBuilder out = new StringBuilder(key.length() + 8);
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.append(' ').append((char) (c + 32));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  static String yes(@Nullable Boolean value) {
    if (value == null) {
      return "not known";
    }
    return value ? "yes" : "no";
  }

  static String verdict(Verdict.Hit hit) {
    return switch (hit) {
      case YES -> "Yes: the server was hit.";
      case ATTEMPTED -> "Attempted: it was attacked, and nothing shows that the attack succeeded.";
      case NO -> "No: this evidence shows no attack.";
      case CANNOT_TELL -> "Cannot tell: this evidence does not answer the question.";
    };
  }

  static String succeeded(Incident.Succeeded succeeded) {
    return switch (succeeded) {
      case YES -> "yes";
      case NO -> "no";
      case UNKNOWN -> "not known: the evidence does not say";
    };
  }

  /** What a series counts: {@code attempts refused}. */
  static String series(String name) {
    return switch (name) {
      case "auth.accepted" -> "logons accepted";
      case "auth.rejected" -> "logons refused";
      case "sessions.without-mail" -> "sessions without mail";
      case "messages.in" -> "messages received";
      case "recipients.in" -> "recipients accepted";
      case "recipients.refused" -> "recipients refused";
      case "ndr.received" -> "failure reports received";
      case "ndr.sent" -> "failure reports made here";
      case "ndr.remote-refusals" -> "recipients refused by remote servers";
      case "reputation.refusals" -> "refusals that name our reputation";
      default -> name;
    };
  }

  static String stage(Incident.Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}

package postmortem.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.io.NumberOutput;

/** Values of an answer as text: the same on each machine and with each version of Java. */
public final class CellText {

  private CellText() {}

  /**
   * Text as it is, numbers with all their digits, times in UTC, lists and maps as JSON. Hidden
   * characters are still in it.
   */
  public static String of(Object value) {
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof Instant time) {
      return time.equals(Instant.MAX) ? "infinity" : time.toString();
    }
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      return json(value);
    }
    return value.toString();
  }

  /** Double.toString is another one in Java 17 than in Java 19. */
  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return NumberOutput.toString(value, true);
  }

  private static String json(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Json json = Json.lines(bytes);
    json.exact(value);
    json.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

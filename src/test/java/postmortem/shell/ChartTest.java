package postmortem.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartTest {

  private static final Display DISPLAY = new Display(40, 20, ZoneOffset.UTC);

  private static Figures figures(Object... namesAndValues) {
    Figures figures = new Figures(2);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      double value = ((Number) namesAndValues[i + 1]).doubleValue();
      figures.add(List.of(namesAndValues[i], namesAndValues[i + 1]), DISPLAY, value);
    }
    return figures;
  }

  @Test
  void barsAreInProportion() {
    Figures figures = figures("a", 16, "日本", 4, "c", 0, "\u001b[31m", 1);
    assertEquals(
        """
        a        16 ###########################
        日本      4 #######
        c         0\s
        \\x1b[31m  1 ##
        """,
        BarChart.of(figures, 40, false));
    assertEquals(
        """
        a        16 ███████████████████████████
        日本      4 ██████▊
        c         0\s
        \\x1b[31m  1 █▊
        """,
        BarChart.of(figures, 40, true));
  }

  @Test
  void aLineGoesThroughAllFigures() {
    String text = LineChart.of(figures("a", 0, "b", 11, "c", 0), 16, false);
    assertEquals(13, text.lines().count());
    assertEquals(" 11 |     *", text.lines().findFirst().orElseThrow());
    assertEquals("     a to c", text.lines().reduce((x, y) -> y).orElseThrow());
    assertEquals(
        List.of("  0 |*         *"), text.lines().filter(l -> l.startsWith("  0")).toList());
    assertEquals("", LineChart.of(figures(), 20, true));
    assertEquals(13, LineChart.of(figures("only", 5), 20, true).lines().count());
  }

  @Test
  void timesAreDaysAndHoursOfTheZone() {
    Figures figures =
        figures(Instant.parse("2010-11-17T23:30:00Z"), 8, Instant.parse("2010-11-18T01:00:00Z"), 1);
    List<String> utc = HeatMap.of(figures, ZoneOffset.UTC, false).lines().toList();
    assertEquals(4, utc.size());
    assertEquals("2010-11-17" + " ".repeat(70) + "##", utc.get(1));
    List<String> berlin = HeatMap.of(figures, ZoneId.of("Europe/Berlin"), false).lines().toList();
    assertEquals("2010-11-18 ##    ..", berlin.get(1));
    assertThrows(CommandException.class, () -> HeatMap.of(figures("a", 1), ZoneOffset.UTC, false));
  }
}

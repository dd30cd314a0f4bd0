package postmortem.shell;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures as shades: times as days and hours, else the first two columns as rows and columns. */
final class HeatMap {

  private static final String SHADES = " ░▒▓█";
  private static final String SIGNS = " .:*#";
  private static final int WIDEST = 60;

  private HeatMap() {}

  static String of(Figures figures, ZoneId zone, boolean blocks) {
    boolean times =
        !figures.isGrid() && figures.all().stream().allMatch(figure -> figure.time() != null);
    if (!figures.isGrid() && !times) {
      throw new CommandException(
          "a heat map needs a time and a figure, or a row, a column and a figure");
    }
    Map<String, Map<String, Double>> grid = times ? new TreeMap<>() : new LinkedHashMap<>();
    Map<String, Double> columns = new TreeMap<>();
    for (int hour = 0; times && hour < 24; hour++) {
      columns.put("%02d".formatted(hour), 0.0);
    }
    for (Figures.Figure figure : figures.all()) {
      String row = times ? at(figure, zone).toLocalDate().toString() : figure.name();
      String column = times ? "%02d".formatted(at(figure, zone).getHour()) : figure.second();
      columns.put(column, 0.0);
      grid.computeIfAbsent(row, r -> new LinkedHashMap<>())
          .merge(column, figure.value(), Double::sum);
    }
    List<String> across = new ArrayList<>(columns.keySet());
    if (across.size() > WIDEST) {
      throw new CommandException("more than " + WIDEST + " columns are too many for a heat map");
    }
    return draw(grid, across, blocks ? SHADES : SIGNS);
  }

  private static ZonedDateTime at(Figures.Figure figure, ZoneId zone) {
    java.time.Instant time = figure.time();
    return (time == null ? java.time.Instant.EPOCH : time).atZone(zone);
  }

  private static String draw(
      Map<String, Map<String, Double>> grid, List<String> across, String shades) {
    double max =
        grid.values().stream()
            .flatMap(r -> r.values().stream())
            .mapToDouble(v -> v)
            .max()
            .orElse(0);
    int names = grid.keySet().stream().mapToInt(Columns::of).max().orElse(0);
    int cell = across.stream().mapToInt(Columns::of).max().orElse(1);
    StringBuilder out = new StringBuilder();
    Columns.pad("", names, false, out);
    across.forEach(name -> Columns.pad(name, cell + 1, true, out));
    out.append('\n');
    grid.forEach(
        (name, row) -> {
          StringBuilder line = new StringBuilder();
          Columns.pad(name, names, false, line);
          for (String column : across) {
            double value = Math.max(0, row.getOrDefault(column, 0.0));
            int shade = max <= 0 || value <= 0 ? 0 : 1 + (int) Math.min(3, value / max * 4);
            line.append(' ').append(String.valueOf(shades.charAt(shade)).repeat(cell));
          }
          out.append(line.toString().stripTrailing()).append('\n');
        });
    out.append("darkest: ").append(Figures.label(max)).append('\n');
    return out.toString();
  }
}

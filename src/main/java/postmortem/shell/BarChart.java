package postmortem.shell;

/** A bar for each figure. */
final class BarChart {

  private static final String EIGHTHS = "▏▎▍▌▋▊▉█";
  private static final int WIDEST_NAME = 40;

  private BarChart() {}

  static String of(Figures figures, int columns, boolean blocks) {
    StringBuilder out = new StringBuilder();
    int names = 0;
    int labels = 1;
    for (Figures.Figure figure : figures.all()) {
      names = Math.max(names, Math.min(WIDEST_NAME, Columns.of(name(figure))));
      labels = Math.max(labels, Figures.label(figure.value()).length());
    }
    int room = Math.max(10, columns - names - labels - 3);
    double max = figures.max();
    for (Figures.Figure figure : figures.all()) {
      Columns.pad(Columns.cut(name(figure), names), names, false, out);
      Columns.pad(Figures.label(figure.value()), labels + 1, true, out);
      double share = max <= 0 ? 0 : Math.max(0, figure.value()) / max;
      out.append(' ').append(bar(share * room, blocks)).append('\n');
    }
    return out.toString();
  }

  private static String name(Figures.Figure figure) {
    return figure.second().isEmpty() ? figure.name() : figure.name() + " " + figure.second();
  }

  private static String bar(double length, boolean blocks) {
    if (!blocks) {
      return "#".repeat((int) Math.round(length));
    }
    int eighths = (int) Math.round(length * 8);
    String rest = eighths % 8 == 0 ? "" : String.valueOf(EIGHTHS.charAt(eighths % 8 - 1));
    return "█".repeat(eighths / 8) + rest;
  }
}

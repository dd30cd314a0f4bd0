package postmortem.shell;

import java.util.List;

/** Figures as a line from left to right, in the order of the rows. */
final class LineChart {

  private static final int ROWS = 12;
  private static final int[][] DOTS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};

  private LineChart() {}

  static String of(Figures figures, int columns, boolean blocks) {
    if (figures.size() == 0) {
      return "";
    }
    String top = Figures.label(figures.max());
    int left = Math.max(1, top.length()) + 1;
    int room = Math.max(10, columns - left - 2);
    int across = blocks ? 2 : 1;
    int down = blocks ? 4 : 1;
    boolean[][] grid = draw(figures, room * across, ROWS * down);
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < ROWS; row++) {
      Columns.pad(row == 0 ? top : row == ROWS - 1 ? "0" : "", left, true, out);
      StringBuilder line = new StringBuilder(blocks ? " ┤" : " |");
      for (int column = 0; column < room; column++) {
        line.append(blocks ? braille(grid, row, column) : grid[row][column] ? '*' : ' ');
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    List<Figures.Figure> all = figures.all();
    out.append(" ".repeat(left + 2)).append(all.get(0).name());
    if (all.size() > 1) {
      out.append(" to ").append(all.get(all.size() - 1).name());
    }
    return out.append('\n').toString();
  }

  /** Points with lines between them. */
  private static boolean[][] draw(Figures figures, int width, int height) {
    boolean[][] grid = new boolean[height][width];
    double max = figures.max() <= 0 ? 1 : figures.max();
    int last = figures.size() - 1;
    int beforeX = 0;
    int beforeY = -1;
    for (int i = 0; i <= last; i++) {
      int x = last == 0 ? 0 : (int) ((long) i * (width - 1) / last);
      double share = Math.max(0, figures.all().get(i).value()) / max;
      int y = (int) Math.round((1 - share) * (height - 1));
      line(grid, beforeX, beforeY < 0 ? y : beforeY, x, y);
      beforeX = x;
      beforeY = y;
    }
    return grid;
  }

  private static void line(boolean[][] grid, int x1, int y1, int x2, int y2) {
    int steps = Math.max(1, Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)));
    for (int i = 0; i <= steps; i++) {
      grid[y1 + (y2 - y1) * i / steps][x1 + (x2 - x1) * i / steps] = true;
    }
  }

  private static char braille(boolean[][] grid, int row, int column) {
    int dots = 0;
    for (int x = 0; x < 2; x++) {
      for (int y = 0; y < 4; y++) {
        dots |= grid[row * 4 + y][column * 2 + x] ? DOTS[x][y] : 0;
      }
    }
    return dots == 0 ? ' ' : (char) (0x2800 + dots);
  }
}

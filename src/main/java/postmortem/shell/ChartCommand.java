package postmortem.shell;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import postmortem.store.Answer;
import postmortem.store.AnswerColumn;
import postmortem.store.QueryException;

/** Draws the last answer, or another one. */
final class ChartCommand implements DotCommand {

  private static final String USAGE = "bars|line|heat [SQL]";
  private static final int MOST = 5000;

  @Override
  public String name() {
    return "chart";
  }

  @Override
  public String usage() {
    return USAGE;
  }

  @Override
  public String help() {
    return "draw the last question's answer, or that of SQL; its last column is the figure";
  }

  @Override
  public Takes takes() {
    return Takes.CHART;
  }

  @Override
  public void run(Session session, List<String> words, String rest)
      throws IOException, QueryException {
    if (words.isEmpty()) {
      throw new CommandException("it is .chart " + USAGE);
    }
    String kind = words.get(0).toLowerCase(Locale.ROOT);
    String sql =
        rest.length() > kind.length() ? rest.substring(kind.length()).strip() : session.last();
    if (sql == null) {
      throw new CommandException("nothing has been asked yet: .chart " + kind + " SELECT ...");
    }
    Figures figures = figures(session, sql);
    boolean blocks = session.screen().drawsBlocks();
    int columns = session.display().columns() > 0 ? session.display().columns() : 80;
    String text =
        switch (kind) {
          case "bars" -> BarChart.of(figures, columns, blocks);
          case "line" -> LineChart.of(figures, columns, blocks);
          case "heat" -> HeatMap.of(figures, session.zone(), blocks);
          default -> throw new CommandException("it is .chart " + USAGE);
        };
    session.show(text);
  }

  private static Figures figures(Session session, String sql) throws QueryException {
    try (Answer answer = session.opened().ask(sql, session.parameters())) {
      List<AnswerColumn> columns = answer.columns();
      AnswerColumn last = columns.get(columns.size() - 1);
      if (columns.size() < 2 || last.kind() != AnswerColumn.Kind.NUMBER) {
        throw new CommandException("a chart needs a first column to name, and a last one to draw");
      }
      Figures figures = new Figures(columns.size());
      while (answer.next()) {
        if (figures.size() == MOST) {
          throw new CommandException("more than " + MOST + " rows are too many for a chart");
        }
        List<@Nullable Object> row = answer.row();
        Object value = row.get(row.size() - 1);
        figures.add(row, session.display(), value instanceof Number n ? n.doubleValue() : 0);
      }
      return figures;
    }
  }
}

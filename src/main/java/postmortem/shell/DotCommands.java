package postmortem.shell;

import java.util.List;
import postmortem.shell.DotCommand.Takes;

/** All commands of the shell, in the order in which help tells of them. */
final class DotCommands {

  static final List<DotCommand> ALL =
      List.of(
          new HelpCommand(),
          new AskingCommand(
              "tables",
              "",
              "what can be asked, and what it is about",
              Takes.NOTHING,
              """
              SELECT view_name AS name, comment AS meaning FROM duckdb_views()
              WHERE NOT internal AND schema_name = 'main' ORDER BY ALL""",
              ""),
          new AskingCommand(
              "schema",
              "[TABLE]",
              "the columns of a table, and what they mean",
              Takes.TABLE,
              """
              SELECT table_name AS name, string_agg(column_name, ', ' ORDER BY column_index) AS columns
              FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main'
              GROUP BY ALL ORDER BY ALL""",
              """
              SELECT column_name AS name, data_type AS type, comment AS meaning FROM duckdb_columns()
              WHERE NOT internal AND schema_name = 'main' AND table_name = lower($word)
              ORDER BY column_index"""),
          new AskingCommand(
              "incidents",
              "[ID]",
              "what happened, the gravest first; with ID, what to do about it",
              Takes.INCIDENT,
              """
              SELECT id, severity, succeeded, start_time AS "from", end_time AS "to", title
              FROM incidents""",
              """
              SELECT ordinal + 1 AS step, what, why FROM actions WHERE incident = $word
              ORDER BY ordinal"""),
          new AskingCommand(
              "findings",
              "[TYPE]",
              "what the detectors concluded, the gravest first",
              Takes.NOTHING,
              "SELECT id, severity, round(confidence, 2) AS sure, start_time AS \"from\","
                  + " records, title FROM findings",
              "SELECT id, severity, round(confidence, 2) AS sure, start_time AS \"from\","
                  + " records, title FROM findings WHERE starts_with(type, $word)"),
          new FindingCommand(),
          new EvidenceCommand(),
          new AskingCommand(
              "timeline",
              "[INCIDENT]",
              "the story, in the order of time",
              Takes.INCIDENT,
              "SELECT time, stage, text FROM story ORDER BY time, incident, ordinal",
              "SELECT time, stage, text FROM story WHERE incident = $word ORDER BY ordinal"),
          new RateCommand(),
          new TopCommand(),
          new SessionsCommand(),
          new PivotCommand(),
          new ChartCommand(),
          new SaveCommand(),
          new QueriesCommand(),
          new RunCommand(),
          new ParamCommand(),
          new FormatCommand(),
          new ExportCommand(),
          new ReportCommand(),
          new ZoneCommand(),
          new SourceCommand(),
          new QuitCommand());

  private DotCommands() {}

  /**
   * The command of a name, or the only one that begins with it.
   *
   * @throws CommandException where there is none
   */
  static DotCommand named(String name) {
    List<DotCommand> found = ALL.stream().filter(c -> c.name().startsWith(name)).toList();
    return ALL.stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .or(() -> found.size() == 1 ? found.stream().findFirst() : java.util.Optional.empty())
        .orElseThrow(
            () ->
                new CommandException(
                    found.isEmpty()
                        ? "there is no command ." + name + ": .help lists them"
                        : "."
                            + name
                            + " may be "
                            + String.join(
                                " or ", found.stream().map(c -> "." + c.name()).toList())));
  }
}

package postmortem.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import postmortem.event.flat.Column;
import postmortem.shell.LogParserQuestion;
import postmortem.shell.Shell;

/** A page of the manual, made of what a command says of itself, as {@code man} reads it. */
final class ManPage {

  private static final String SUMMARY = "offline forensics for mail servers";

  private final CommandSpec command;
  private final StringBuilder out = new StringBuilder();

  private ManPage(CommandLine command) {
    this.command = command.getCommandSpec();
  }

  /** The name of its file, without the section: {@code postmortem-analyze}. */
  static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName("-");
  }

  static String of(CommandLine command) {
    return new ManPage(command).page();
  }

  private String page() {
    UsageMessageSpec usage = command.usageMessage();
    String name = command.qualifiedName("-");
    line(".\\\" Made from the commands by ManPageTest; do not edit.");
    line(".Dd January 1, 2026");
    line(".Dt " + name.toUpperCase(Locale.ROOT) + " 1");
    line(".Os");
    section("NAME");
    line(".Nm " + name);
    line(".Nd " + (command.parent() == null ? SUMMARY : lower(text(usage.description()))));
    section("SYNOPSIS");
    synopsis();
    section("DESCRIPTION");
    line(escaped(text(usage.description())));
    if (!command.subcommands().isEmpty()) {
      line("The commands are:");
      line(".Bl -tag -width Ds");
      for (Map.Entry<String, CommandLine> sub : command.subcommands().entrySet()) {
        line(".It Xr " + name + "-" + sub.getKey() + " 1");
        line(escaped(text(sub.getValue().getCommandSpec().usageMessage().description())));
      }
      line(".El");
    }
    arguments();
    if (command.name().equals("events")) {
      columns();
    }
    if (command.name().equals("query")) {
      logParser();
    }
    if (command.name().equals("shell")) {
      shellCommands();
    }
    exitStatus(usage);
    examples(usage);
    section("SEE ALSO");
    line(seeAlso());
    return out.toString();
  }

  private void synopsis() {
    line(".Nm " + command.qualifiedName(" "));
    for (OptionSpec option : command.options()) {
      if (!option.hidden()) {
        String flag = ".Fl " + option.longestName().replaceFirst("^-", "").replace("-", "\\-");
        String value = option.arity().max() > 0 ? " Ar " + option.paramLabel() : "";
        line((option.required() ? flag : ".Op " + flag.substring(1)) + value);
      }
    }
    for (PositionalParamSpec positional : command.positionalParameters()) {
      line(".Ar " + positional.paramLabel() + (positional.arity().max() > 1 ? " ..." : ""));
    }
    if (!command.subcommands().isEmpty()) {
      line(".Ar COMMAND");
    }
  }

  private void arguments() {
    List<ArgSpec> shown = new ArrayList<>(command.positionalParameters());
    command.options().stream().filter(o -> !o.hidden()).forEach(shown::add);
    line("The arguments and options are:");
    line(".Bl -tag -width Ds");
    for (ArgSpec argument : shown) {
      if (argument instanceof OptionSpec option) {
        List<String> names = new ArrayList<>();
        for (String name : option.names()) {
          String value = option.arity().max() > 0 ? " Ar " + option.paramLabel() : "";
          names.add("Fl " + name.replaceFirst("^-", "").replace("-", "\\-") + value);
        }
        line(".It " + String.join(" , ", names));
      } else {
        line(".It Ar " + argument.paramLabel());
      }
      line(escaped(text(argument.description())));
    }
    line(".El");
  }

  /** For those who come from Log Parser. */
  private void logParser() {
    section("FROM LOG PARSER");
    line("What was asked of Log Parser, and how it is asked here.");
    line("Events of all logs are in one table, times are in UTC, and no name is ever looked up.");
    line(".Bl -tag -width Ds");
    for (LogParserQuestion question : LogParserQuestion.all()) {
      line(".It " + escaped(question.before()));
      line(escaped(question.here()));
    }
    line(".El");
  }

  /** What the shell says of itself. */
  private void shellCommands() {
    section("COMMANDS");
    line("What begins with a dot is a command.");
    line("Names may be shortened where they stay clear.");
    line(".Bl -tag -width Ds");
    for (Map.Entry<String, String> command : Shell.commands().entrySet()) {
      line(".It " + escaped("\\&" + command.getKey()).replace("\\e&", "\\&"));
      line(escaped(command.getValue()));
    }
    line(".El");
    section("FILES");
    line("The history is kept in");
    line(".Pa $XDG_STATE_HOME/postmortem/history ,");
    line("saved questions in");
    line(".Pa $XDG_CONFIG_HOME/postmortem/queries ;");
    line("on Windows both are in");
    line(".Pa %APPDATA%\\epostmortem .");
    line("Where they cannot be written the shell does without.");
  }

  /** The schema of the events. */
  private void columns() {
    section("COLUMNS");
    line(
        "What is absent, because the log does not say or the event has no such thing, is no member");
    line("of an object, and an empty cell of a table; an empty text is \"\" there.");
    line("Times are instants in UTC.");
    line(".Bl -tag -width Ds");
    for (Column column : Column.values()) {
      String unit = column.unit().isEmpty() ? "" : ", " + column.unit();
      line(
          ".It " + column.id() + " (" + column.type().name().toLowerCase(Locale.ROOT) + unit + ")");
      line(escaped(column.meaning()));
    }
    line(".El");
  }

  private void exitStatus(UsageMessageSpec usage) {
    if (usage.exitCodeList().isEmpty()) {
      return;
    }
    section("EXIT STATUS");
    line(".Bl -tag -width Ds");
    usage
        .exitCodeList()
        .forEach(
            (status, meaning) -> {
              line(".It " + status.strip());
              line(escaped(rendered(meaning)));
            });
    line(".El");
  }

  private void examples(UsageMessageSpec usage) {
    section("EXAMPLES");
    line(".Bd -literal -offset indent");
    for (String example : usage.footer()) {
      line(escaped(rendered(example).strip()));
    }
    line(".Ed");
  }

  private String seeAlso() {
    List<String> others = new ArrayList<>();
    CommandSpec root = command.root();
    if (command.parent() != null) {
      others.add(root.name());
    }
    for (String sub : root.subcommands().keySet()) {
      if (!sub.equals(command.name())) {
        others.add(root.name() + "-" + sub);
      }
    }
    others.sort(null);
    return ".Xr " + String.join(" 1 ,\n.Xr ", others) + " 1";
  }

  private void section(String title) {
    line(".Sh " + title);
  }

  private static String text(String... lines) {
    return rendered(String.join(" ", lines));
  }

  /** The text as picocli shows it, without colours. */
  private static String rendered(String text) {
    return Ansi.OFF.string(text.replace("%%", "%").replace("%n", " "));
  }

  private static String lower(String sentence) {
    String text = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /** Text that begins no request and holds no escape; each sentence on a line, as man pages do. */
  private static String escaped(String text) {
    String out = text.replace("\\", "\\e").replace("-", "\\-").replace(". ", ".\n");
    return out.startsWith(".") || out.startsWith("'") ? "\\&" + out : out;
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}

package postmortem.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Does what a file says. */
final class SourceCommand implements DotCommand {

  @Override
  public String name() {
    return "source";
  }

  @Override
  public String usage() {
    return "FILE";
  }

  @Override
  public String help() {
    return "do what a file says: questions and commands";
  }

  @Override
  public void run(Session session, List<String> words, String rest) throws IOException {
    if (words.size() != 1) {
      throw new CommandException("it is .source FILE");
    }
    Path file = ExportCommand.path(words.get(0));
    if (!Files.isRegularFile(file)) {
      throw new CommandException("there is no file " + file);
    }
    session.enter(file);
    Interpreter inner = new Interpreter(session);
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      inner.run(lines);
    } catch (CharacterCodingException e) {
      throw new CommandException("the file " + file + " is no UTF-8");
    } finally {
      session.leave(file);
    }
    if (inner.hasFailed()) {
      throw new CommandException("not all of " + file + " could be done");
    }
  }
}

package postmortem.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a path. */
final class PathConverter implements ITypeConverter<Path> {

  @Override
  public Path convert(String text) {
    if (text.isEmpty()) {
      throw new TypeConversionException("an empty text is no path");
    }
    // Windows' command line turns "C:\logs\" into C:\logs" : the backslash escaped the quote
    String path =
        text.length() > 1 && text.endsWith("\"") ? text.substring(0, text.length() - 1) : text;
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' is no path: " + e.getReason());
    }
  }
}

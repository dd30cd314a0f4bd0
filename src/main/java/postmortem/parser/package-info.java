/**
 * The parser SPI: recognising a format, reading its records, and saying what was not read.
 *
 * <p>Start with {@link postmortem.parser.LogParser}; {@link postmortem.parser.RecordReader} has the
 * law that binds all parsers.
 */
@NullMarked
package postmortem.parser;

import org.jspecify.annotations.NullMarked;

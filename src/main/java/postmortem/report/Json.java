package postmortem.report;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.MinimalPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Streams JSON: two spaces, {@code \n}, UTF-8. Hidden characters are escaped, so that the file is
 * safe to show on a terminal and still holds the exact text; lone surrogates become U+FFFD.
 */
final class Json implements AutoCloseable {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          // Double.toString is another one in Java 17 than in Java 19.
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          // Tags and variation selectors beyond U+FFFF are hidden too.
          .disable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private final Arrays arrays = new Arrays();
  private final JsonGenerator out;

  Json(OutputStream target) {
    this(target, null);
  }

  private Json(OutputStream target, @Nullable PrettyPrinter layout) {
    PrettyPrinter printer = layout == null ? pretty() : layout;
    out = FACTORY.createGenerator(new Layout(printer), target, JsonEncoding.UTF8);
  }

  /** Objects of one line each, none around them. */
  static Json lines(OutputStream target) {
    return new Json(target, new MinimalPrettyPrinter("\n"));
  }

  private PrettyPrinter pretty() {
    return new DefaultPrettyPrinter(
            DefaultPrettyPrinter.DEFAULT_SEPARATORS
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("")
                .withObjectNameValueSpacing(Separators.Spacing.AFTER))
        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
        .withArrayIndenter(arrays);
  }

  /** Begins an object. */
  Json object() {
    out.writeStartObject();
    return this;
  }

  Json object(String name) {
    out.writeName(name);
    return object();
  }

  /** Ends it. */
  Json endObject() {
    out.writeEndObject();
    return this;
  }

  Json array(String name) {
    out.writeName(name);
    out.writeStartArray();
    return this;
  }

  Json endArray() {
    out.writeEndArray();
    return this;
  }

  Json text(String name, @Nullable String value) {
    out.writeName(name);
    string(value);
    return this;
  }

  Json number(String name, long value) {
    out.writeName(name);
    out.writeNumber(value);
    return this;
  }

  Json number(String name, @Nullable Number value) {
    out.writeName(name);
    value(Metrics.plain(value));
    return this;
  }

  Json flag(String name, @Nullable Boolean value) {
    out.writeName(name);
    value(value);
    return this;
  }

  /** An instant, of nanoseconds since 1970 UTC. */
  Json time(String name, @Nullable Long nanos) {
    return text(name, nanos == null ? null : Metrics.iso(nanos));
  }

  Json texts(String name, Collection<?> values) {
    array(name);
    values.forEach(value -> string(value.toString()));
    return endArray();
  }

  /** An array of numbers on one line. */
  Json numbers(String name, Collection<? extends @Nullable Number> values) {
    out.writeName(name);
    arrays.flat = true;
    value(values);
    arrays.flat = false;
    return this;
  }

  /** Whatever {@code metrics} may hold, see {@link Metrics#plain(Object)}. */
  Json any(String name, @Nullable Object value) {
    out.writeName(wellFormed(name));
    value(value);
    return this;
  }

  /**
   * A value of an answer with all its digits, maps in their own order; null where it is no number.
   */
  Json exact(String name, @Nullable Object value) {
    out.writeName(wellFormed(name));
    exact(value);
    return this;
  }

  void exact(@Nullable Object value) {
    if (value instanceof BigInteger number) {
      out.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      out.writeNumber(number);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      out.writeNumber(number);
    } else if (value instanceof Instant time) {
      string(CellText.of(time));
    } else if (value instanceof Collection<?> values) {
      out.writeStartArray();
      values.forEach(this::exact);
      out.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      map.forEach((k, v) -> exact(String.valueOf(k), v));
      out.writeEndObject();
    } else {
      value(value);
    }
  }

  private void value(@Nullable Object raw) {
    Object value = Metrics.plain(raw);
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof Double number) {
      out.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Collection<?> values) {
      out.writeStartArray();
      values.forEach(this::value);
      out.writeEndArray();
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      map.forEach((k, v) -> any(String.valueOf(k), v));
      out.writeEndObject();
    } else {
      string(value.toString());
    }
  }

  private void string(@Nullable String value) {
    if (value == null) {
      out.writeNull();
    } else {
      out.writeString(wellFormed(value));
    }
  }

  /** The text with U+FFFD for each surrogate that is alone. */
  private static String wellFormed(String text) {
    StringBuilder repaired = null;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c >= 0xd800 && c <= 0xdfff) {
        repaired = repaired == null ? new StringBuilder(text) : repaired;
        repaired.setCharAt(at, '\ufffd');
      }
      at += Character.charCount(c);
    }
    return repaired == null ? text : repaired.toString();
  }

  /** Writes what is held back to the target. */
  void flush() {
    out.flush();
  }

  /** Ends the file with a line end, and flushes; the target stays open. */
  @Override
  public void close() {
    out.writeRaw('\n');
    out.close();
  }

  /** Arrays have a line for each element, or one line for all. */
  private static final class Arrays extends DefaultIndenter {
    private static final long serialVersionUID = 1L;
    private boolean flat;

    Arrays() {
      super("  ", "\n");
    }

    @Override
    public void writeIndentation(JsonGenerator generator, int level) {
      if (!flat) {
        super.writeIndentation(generator, level);
      } else if (!generator.streamWriteContext().hasCurrentIndex()
          || generator.streamWriteContext().getCurrentIndex() > 0) {
        generator.writeRaw(' ');
      }
    }
  }

  private static final class Layout extends ObjectWriteContext.Base {
    private final PrettyPrinter pretty;

    Layout(PrettyPrinter pretty) {
      this.pretty = pretty;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return pretty;
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public CharacterEscapes getCharacterEscapes() {
      return Hidden.ESCAPES;
    }
  }

  private static final class Hidden extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    static final Hidden ESCAPES = new Hidden();

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[0x7f] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return VisibleText.hidden(c) && !Character.isSurrogate((char) c)
          ? new SerializedString("\\u" + Integer.toHexString(0x10000 + c).substring(1))
          : null;
    }
  }
}

package postmortem.event.flat;

import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Slice;

/** Fills one row. Used once. */
public final class RowBuilder {

  private final int stream;
  private long present;
  private final long[] numbers;
  private final @Nullable Slice[] texts;

  /** A row without values. */
  public RowBuilder(int stream) {
    this(stream, 0, new long[Column.numbers()], new @Nullable Slice[Column.texts()]);
  }

  RowBuilder(int stream, long present, long[] numbers, @Nullable Slice[] texts) {
    this.stream = stream;
    this.present = present;
    this.numbers = numbers;
    this.texts = texts;
  }

  /** Sets an INTEGER or TIME column. */
  public RowBuilder number(Column column, long value) {
    if (!column.isNumber()) {
      throw new IllegalArgumentException(column + " is no number");
    }
    present |= 1L << column.slot();
    numbers[column.slot()] = value;
    return this;
  }

  /** Sets an INTEGER column where the value is more than 0. */
  public RowBuilder positive(Column column, long value) {
    return value > 0 ? number(column, value) : this;
  }

  /** Sets a BOOLEAN column. */
  public RowBuilder flag(Column column, boolean value) {
    return number(column, value ? 1 : 0);
  }

  /** Sets a REAL column. */
  public RowBuilder real(Column column, double value) {
    return number(column, Double.doubleToRawLongBits(value));
  }

  /** Sets a TEXT column; null makes it absent. */
  public RowBuilder text(Column column, @Nullable Slice value) {
    if (column.isNumber()) {
      throw new IllegalArgumentException(column + " is no text");
    }
    texts[column.slot()] = value;
    return this;
  }

  /** Sets a TEXT column where there is a text that is not empty. */
  public RowBuilder words(Column column, String value) {
    return value.isEmpty() ? this : text(column, Slice.of(value));
  }

  /** Sets a TEXT column to the word of a constant; null makes it absent. */
  public RowBuilder word(Column column, @Nullable Enum<?> constant) {
    return text(column, constant == null ? null : Words.of(constant));
  }

  /** Sets an ADDRESS column; null makes it absent. */
  public RowBuilder address(Column column, @Nullable Address value) {
    return text(column, value == null ? null : AddressBytes.of(value));
  }

  /** The row. The builder must not be used any more. */
  public FlatRow build() {
    return new FlatRow(stream, present, numbers, texts);
  }
}

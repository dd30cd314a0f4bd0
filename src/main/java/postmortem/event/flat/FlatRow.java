package postmortem.event.flat;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.EventKind;
import postmortem.event.Slice;

/**
 * One event as a row: immutable, complete in itself. Each column has a value of its type, or none.
 */
public final class FlatRow {

  private final int stream;
  private final long present; // bit n: the number at n is a value
  private final long[] numbers;
  private final @Nullable Slice[] texts;

  FlatRow(int stream, long present, long[] numbers, @Nullable Slice[] texts) {
    this.stream = stream;
    this.present = present;
    this.numbers = numbers;
    this.texts = texts;
  }

  /** The id of the stream that the event is of; what its columns say of it may not be set yet. */
  public int stream() {
    return stream;
  }

  /** What happened. */
  public EventKind kind() {
    Slice word = slice(Column.KIND);
    EventKind kind = word == null ? null : Words.KINDS.get(word);
    if (kind == null) {
      throw new IllegalStateException("no kind of event: " + word);
    }
    return kind;
  }

  public boolean has(Column column) {
    int slot = column.slot();
    return column.isNumber() ? (present >>> slot & 1) != 0 : texts[slot] != null;
  }

  /** Bit n is set where the number in slot n is a value. */
  long present() {
    return present;
  }

  /** The value of an INTEGER or TIME column; 0 where it has none. */
  public long number(Column column) {
    return numbers[column.slot()];
  }

  /** The value of a REAL column; 0 where it has none. */
  public double real(Column column) {
    return Double.longBitsToDouble(number(column));
  }

  /** The value of a BOOLEAN column; false where it has none. */
  public boolean flag(Column column) {
    return number(column) != 0;
  }

  /** The bytes of a TEXT column as the log has them, or null. */
  public @Nullable Slice slice(Column column) {
    return texts[column.slot()];
  }

  /** The value of a TEXT column, or null. */
  public @Nullable String text(Column column) {
    Slice slice = slice(column);
    return slice == null ? null : slice.toString();
  }

  /** Is the value of a TEXT column this word? */
  public boolean is(Column column, String word) {
    Slice slice = slice(column);
    return slice != null && slice.equalsIgnoreCase(word);
  }

  /** The value of an ADDRESS column, or null. */
  public @Nullable Address address(Column column) {
    Slice slice = slice(column);
    return slice == null ? null : AddressBytes.read(slice);
  }

  /** Does another row say the same in these columns? */
  public boolean agrees(FlatRow other, Column... columns) {
    for (Column column : columns) {
      int slot = column.slot();
      boolean same =
          column.isNumber()
              ? numbers[slot] == other.numbers[slot]
                  && (present >>> slot & 1) == (other.present >>> slot & 1)
              : Objects.equals(texts[slot], other.texts[slot]);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** A builder that begins with the values of this row. */
  public RowBuilder with() {
    return new RowBuilder(stream, present, numbers.clone(), texts.clone());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FlatRow that
        && stream == that.stream
        && present == that.present
        && Arrays.equals(numbers, that.numbers)
        && Arrays.equals(texts, that.texts);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(present) ^ Arrays.hashCode(numbers) ^ Arrays.hashCode(texts);
  }

  /** For tests and debugging: the values that there are. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Column column : Column.values()) {
      if (has(column)) {
        out.append(out.isEmpty() ? "" : " ").append(column.id()).append('=').append(value(column));
      }
    }
    return out.toString();
  }

  private @Nullable Object value(Column column) {
    return switch (column.type()) {
      case TEXT -> text(column);
      case ADDRESS -> address(column);
      case REAL -> real(column);
      case BOOLEAN -> flag(column);
      case INTEGER, TIME -> number(column);
    };
  }
}

package postmortem.parser.windows.evtx;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import postmortem.event.Times;
import postmortem.parser.windows.SidText;
import postmortem.parser.windows.Utf8Text;

/** Writes values of binary XML as Windows shows them (evt-evtx-binary.md, 2.5). */
final class ValueText {

  private static final long TICKS_1601_TO_1970 = 116_444_736_000_000_000L;
  private static final long TICKS_PER_SECOND = 10_000_000L;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final long MAX_TICKS = Long.MAX_VALUE / 100 - 1;

  private ValueText() {}

  /** Nanoseconds since 1970 of a FILETIME; {@link Times#NEVER} outside of our range. */
  static long nanos(long fileTime) {
    long ticks = fileTime - TICKS_1601_TO_1970;
    return fileTime <= 0 || ticks > MAX_TICKS || ticks < -MAX_TICKS ? Times.NEVER : ticks * 100;
  }

  /**
   * Writes one value.
   *
   * @param type without the bit for arrays
   */
  static void put(Utf8Text out, Chunk chunk, int type, int at, int size) throws DamageException {
    chunk.need(at, size);
    byte[] b = chunk.bytes();
    switch (type) {
      case ValueType.NULL -> {
        // nothing
      }
      case ValueType.STRING -> out.utf16(b, at, withoutNul(b, at, at + size));
      case ValueType.ANSI -> ansi(out, b, at, at + size);
      case 0x0e -> bytes(out, b, at, at + size);
      case 0x0f -> guid(out, chunk, at);
      case 0x11 -> fileTime(out, chunk.i64(at));
      case 0x12 -> out.ascii(systemTime(chunk, at));
      case 0x13 -> {
        if (!SidText.put(out, b, at, size)) {
          bytes(out, b, at, at + size);
        }
      }
      case 0x0b, 0x0c -> out.ascii(floating(chunk, type, at));
      case 0x0d -> out.ascii(size > 0 && chunk.u8(at) != 0 ? "true" : "false");
      case 0x10, 0x14, 0x15 -> {
        out.ascii("0x");
        out.hexNumber(size >= 8 ? chunk.i64(at) : Integer.toUnsignedLong(chunk.i32(at)));
      }
      default -> number(out, chunk, type, at, size);
    }
  }

  private static void number(Utf8Text out, Chunk chunk, int type, int at, int size)
      throws DamageException {
    switch (type) {
      case 0x03 -> out.number((byte) chunk.u8(at));
      case 0x04 -> out.number(chunk.u8(at));
      case 0x05 -> out.number((short) chunk.u16(at));
      case 0x06 -> out.number(chunk.u16(at));
      case 0x07 -> out.number(chunk.i32(at));
      case 0x08 -> out.number(Integer.toUnsignedLong(chunk.i32(at)));
      case 0x09 -> out.number(chunk.i64(at));
      case 0x0a -> out.ascii(Long.toUnsignedString(chunk.i64(at)));
      default -> bytes(out, chunk.bytes(), at, at + size);
    }
  }

  private static int withoutNul(byte[] b, int from, int to) {
    int end = to;
    while (end - 2 >= from && b[end - 1] == 0 && b[end - 2] == 0) {
      end -= 2;
    }
    return end;
  }

  /** In whatever code page; what is not ASCII is taken for Latin-1. */
  private static void ansi(Utf8Text out, byte[] b, int from, int to) {
    for (int i = from; i < to && b[i] != 0; i++) {
      out.character(b[i] & 0xff);
    }
  }

  private static void bytes(Utf8Text out, byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      out.hex(b[i], 2);
    }
  }

  private static void guid(Utf8Text out, Chunk chunk, int at) throws DamageException {
    out.put('{');
    out.hex(chunk.i32(at), 8);
    out.put('-');
    out.hex(chunk.u16(at + 4), 4);
    out.put('-');
    out.hex(chunk.u16(at + 6), 4);
    out.put('-');
    chunk.need(at + 8, 8);
    bytes(out, chunk.bytes(), at + 8, at + 10);
    out.put('-');
    bytes(out, chunk.bytes(), at + 10, at + 16);
    out.put('}');
  }

  /** To the tick, and two zeros, as Windows has it. */
  private static void fileTime(Utf8Text out, long ticks) {
    if (ticks < 0) {
      out.ascii(Long.toUnsignedString(ticks));
      return;
    }
    long seconds = Math.floorDiv(ticks - TICKS_1601_TO_1970, TICKS_PER_SECOND);
    date(out, Math.floorDiv(seconds, SECONDS_PER_DAY));
    int ofDay = (int) Math.floorMod(seconds, SECONDS_PER_DAY);
    out.put('T');
    out.digits(ofDay / 3600, 2);
    out.put(':');
    out.digits(ofDay / 60 % 60, 2);
    out.put(':');
    out.digits(ofDay % 60, 2);
    out.put('.');
    out.digits(Math.floorMod(ticks, TICKS_PER_SECOND), 7);
    out.ascii("00Z");
  }

  private static void date(Utf8Text out, long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    if (date.getYear() > 9999) {
      out.put('+');
    }
    out.digits(date.getYear(), date.getYear() > 9999 ? 5 : 4);
    out.put('-');
    out.digits(date.getMonthValue(), 2);
    out.put('-');
    out.digits(date.getDayOfMonth(), 2);
  }

  private static String systemTime(Chunk chunk, int at) throws DamageException {
    try {
      return LocalDateTime.of(
                  chunk.u16(at),
                  chunk.u16(at + 2),
                  chunk.u16(at + 6),
                  chunk.u16(at + 8),
                  chunk.u16(at + 10),
                  chunk.u16(at + 12),
                  chunk.u16(at + 14) * 1_000_000)
              .toString()
          + "Z";
    } catch (DateTimeException e) {
      return "";
    }
  }

  private static String floating(Chunk chunk, int type, int at) throws DamageException {
    return type == 0x0b
        ? Float.toString(Float.intBitsToFloat(chunk.i32(at)))
        : Double.toString(Double.longBitsToDouble(chunk.i64(at)));
  }

  /** A value that is a whole number of any size; -1 where it is none. */
  static long number(Chunk chunk, int type, int at, int size) throws DamageException {
    return switch (type) {
      case 0x03, 0x04 -> chunk.u8(at);
      case 0x05, 0x06 -> chunk.u16(at);
      case 0x07, 0x08, 0x14 -> chunk.i32(at) & 0xffff_ffffL;
      case 0x09, 0x0a, 0x15 -> chunk.i64(at);
      case 0x10 -> size >= 8 ? chunk.i64(at) : chunk.i32(at) & 0xffff_ffffL;
      case ValueType.STRING -> digits(chunk, at, size);
      default -> -1;
    };
  }

  /** Decimal digits in UTF-16; -1 where there is something else. */
  static long digits(Chunk chunk, int at, int size) throws DamageException {
    chunk.need(at, size);
    byte[] b = chunk.bytes();
    int end = withoutNul(b, at, at + size);
    long value = end > at ? 0 : -1;
    for (int i = at; i + 1 < end; i += 2) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9 || b[i + 1] != 0 || value > Long.MAX_VALUE / 10 - 10) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}

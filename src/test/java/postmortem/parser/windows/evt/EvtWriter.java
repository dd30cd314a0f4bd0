package postmortem.parser.windows.evt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Writes EVT files as the event log service does: as a ring in which records overwrite others. */
final class EvtWriter {

  static final int HEADER = 48;
  static final int MAGIC = 0x654c664c;
  static final int FAILURE = 16;
  static final int SUCCESS = 8;
  private static final int FIXED = 56;
  private static final int END = 40;
  private static final int START = 1_057_050_000; // 2003-07-01T09:00:00Z

  /** A record that is in force: where it begins, and how much of the ring it takes. */
  private record Live(int offset, int taken, int number) {}

  private final ByteBuffer ring;
  private final Deque<Live> live = new ArrayDeque<>();
  private int next = HEADER;
  private int used;
  private int number;
  private String source = "Security";
  private String computer = "MAIL01";

  /**
   * @param size of the whole file
   */
  EvtWriter(int size) {
    this.ring = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The records that follow are of this source and this machine. */
  EvtWriter of(String newSource, String newComputer) {
    source = newSource;
    computer = newComputer;
    return this;
  }

  /** The next record gets the number behind this one. */
  EvtWriter behind(int lastNumber) {
    number = lastNumber;
    return this;
  }

  EvtWriter add(int id, int type, String... strings) {
    return add(record(number + 1, START + number % 10_000, id, type, strings));
  }

  /** Adds a record as its bytes are. */
  EvtWriter add(byte[] record) {
    number++;
    int rest = ring.capacity() - next;
    int filler = rest < FIXED ? rest : 0;
    while (used + filler + record.length + end(record.length) > ring.capacity() - HEADER) {
      forget(1);
    }
    if (filler > 0) {
      fill(rest);
    }
    live.add(new Live(next, record.length, number));
    used += record.length;
    for (byte b : record) {
      put(b);
    }
    return this;
  }

  /** How much of the ring the end of the log takes behind a record. */
  private int end(int size) {
    int start = ring.capacity() - next < FIXED ? HEADER : next;
    int rest = ring.capacity() - start - size;
    return rest >= 0 && rest < FIXED ? rest + END : END;
  }

  /** The oldest records are no longer in force, as those that are older than a log keeps them. */
  EvtWriter forget(int records) {
    for (int i = 0; i < records; i++) {
      used -= live.remove().taken();
    }
    return this;
  }

  /** Fills what is left at the end of the ring; it is free again with the record before it. */
  private void fill(int rest) {
    if (!live.isEmpty()) {
      Live last = live.removeLast();
      live.add(new Live(last.offset(), last.taken() + rest, last.number()));
      used += rest;
    }
    for (int i = 0; i < rest; i++) {
      ring.put(next + i, (byte) (i % 4 == 0 ? 0x27 : 0));
    }
    next = HEADER;
  }

  private void put(byte b) {
    ring.put(next++, b);
    next = next == ring.capacity() ? HEADER : next;
  }

  /** The bytes of one record. */
  byte[] record(int recordNumber, int time, int id, int type, String... strings) {
    byte[] sid = {1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0};
    byte[] names = text(source + "\0" + computer + "\0");
    byte[] texts = text(String.join("\0", strings) + (strings.length > 0 ? "\0" : ""));
    int sidAt = (FIXED + names.length + 3) / 4 * 4;
    int textsAt = sidAt + sid.length;
    int size = (textsAt + texts.length + 3) / 4 * 4 + 4;
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(size).putInt(MAGIC).putInt(recordNumber).putInt(time).putInt(time).putInt(id);
    out.putShort((short) type).putShort((short) strings.length).putShort((short) 2);
    out.putShort((short) 0).putInt(0).putInt(textsAt).putInt(sid.length).putInt(sidAt);
    out.putInt(0).putInt(0).put(names);
    out.position(sidAt).put(sid).put(texts).putInt(size - 4, size);
    return out.array();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  /** The numbers of the records in force, in the order of the file. */
  List<Integer> numbers() {
    List<Live> sorted = new ArrayList<>(live);
    sorted.sort((a, b) -> Integer.compare(a.offset(), b.offset()));
    return sorted.stream().map(Live::number).toList();
  }

  /** The file as it is when the log is closed. */
  byte[] file() {
    return file(0);
  }

  /** The file as it is copied while the log is in use: its header says what was at its start. */
  byte[] dirty() {
    byte[] file = file(1);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(16, HEADER).putInt(20, HEADER);
    return file;
  }

  private byte[] file(int flags) {
    int rest = ring.capacity() - next;
    if (rest < FIXED) {
      fill(rest);
    }
    int oldest = live.isEmpty() ? HEADER : live.element().offset();
    int oldestNumber = live.isEmpty() ? 0 : live.element().number();
    boolean wrapped = oldest > next;
    ring.putInt(0, HEADER).putInt(4, MAGIC).putInt(8, 1).putInt(12, 1);
    ring.putInt(16, oldest).putInt(20, next).putInt(24, number + 1).putInt(28, oldestNumber);
    ring.putInt(32, ring.capacity()).putInt(36, flags | (wrapped ? 2 : 0)).putInt(44, HEADER);
    ring.putInt(next, END).putInt(next + 4, 0x11111111).putInt(next + 8, 0x22222222);
    ring.putInt(next + 12, 0x33333333).putInt(next + 16, 0x44444444);
    ring.putInt(next + 20, oldest).putInt(next + 24, next).putInt(next + 28, number + 1);
    ring.putInt(next + 32, oldestNumber).putInt(next + 36, END);
    return Arrays.copyOf(ring.array(), ring.capacity());
  }
}

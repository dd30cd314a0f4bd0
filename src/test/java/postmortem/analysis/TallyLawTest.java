package postmortem.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import postmortem.event.Names;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Times;

/**
 * The law of all tallies: parts that are merged in any order and grouping give the bytes of the
 * whole.
 */
class TallyLawTest {

  private static final int EVENTS = 1_500;
  private static final int DIFFERENT = 700; // domains and sources: more than the first rows hold
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final Reason[] REASONS = Reason.values();

  @RepeatedTest(40)
  void traffic(RepetitionInfo info) throws IOException {
    anyGroupingGivesTheSame(Traffic::new, info.getCurrentRepetition());
  }

  @RepeatedTest(40)
  void domains(RepetitionInfo info) throws IOException {
    anyGroupingGivesTheSame(Domains::new, info.getCurrentRepetition());
  }

  @RepeatedTest(40)
  void rates(RepetitionInfo info) throws IOException {
    anyGroupingGivesTheSame(Rates::new, info.getCurrentRepetition());
  }

  private static <T extends Tally<T>> void anyGroupingGivesTheSame(Supplier<T> fresh, int seed)
      throws IOException {
    Random random = new Random(seed);
    Telling told = new Telling();
    for (int i = 0; i < EVENTS; i++) {
      tell(told, random);
    }
    byte[] whole = bytes(merged(told, 1, fresh, random));
    assertTrue(whole.length > 1_000, "there is something to compare");
    for (int parts : new int[] {2, 3, 8, 30}) {
      assertArrayEquals(
          whole, bytes(merged(told, parts, fresh, random)), "seed %d, %d".formatted(seed, parts));
    }
  }

  @RepeatedTest(5)
  void whatIsWrittenIsRead(RepetitionInfo info) throws IOException {
    int seed = info.getCurrentRepetition();
    readAgain(Traffic::new, Traffic::read, seed);
    readAgain(Domains::new, Domains::read, seed);
    readAgain(Rates::new, Rates::read, seed);
  }

  /** Reads a tally from its bytes. */
  private interface Reading<T> {
    T read(DataInput in) throws IOException;
  }

  private static <T extends Tally<T>> void readAgain(
      Supplier<T> fresh, Reading<T> reading, int seed) throws IOException {
    Random random = new Random(seed);
    Telling told = new Telling();
    for (int i = 0; i < EVENTS; i++) {
      tell(told, random);
    }
    byte[] written = bytes(merged(told, 1, fresh, random));
    assertTrue(written.length > 1_000, "there is something to read");
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(written));
    assertArrayEquals(written, bytes(reading.read(in)));
    assertEquals(-1, in.read());
  }

  private static void tell(Telling told, Random random) {
    long time = random.nextLong(-Times.DAY, 400 * Times.DAY); // some before 1970: no log is right
    String source = "10.1.%d.%d".formatted(random.nextInt(3), random.nextInt(DIFFERENT / 3));
    String domain = "d" + random.nextInt(DIFFERENT) + ".test";
    Outcome outcome = OUTCOMES[random.nextInt(OUTCOMES.length)];
    Reason reason = REASONS[random.nextInt(REASONS.length)];
    String sender = random.nextInt(3) == 0 ? "" : "a@b.test";
    switch (random.nextInt(5)) {
      case 0 -> told.attempt(time, source, "user", outcome, reason, "pc");
      case 1 -> told.emptySession(time, source, "pc");
      case 2 -> told.recipient(time, source, domain, outcome, reason);
      case 3 -> told.delivery(time, source, sender, domain, outcome, reason, null);
      default ->
          told.message(time, source, null, Permission.UNKNOWN, sender, domain, random.nextInt(100));
    }
  }

  /**
   * Some tallies of some of the events each, and a fresh one, which counts nothing: merged two at a
   * time until one is left.
   */
  private static <T extends Tally<T>> T merged(
      Telling told, int parts, Supplier<T> fresh, Random random) {
    List<T> left = new ArrayList<>();
    List<Names> names = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      T tally = fresh.get();
      Names own = new Names();
      int from = told.size() * i / parts;
      told.events(own, from, told.size() * (i + 1) / parts).forEach(tally::add);
      left.add(tally);
      names.add(own);
    }
    Names.Union union = Names.union(names);
    for (int i = 0; i < parts; i++) {
      T renamed = fresh.get();
      renamed.merge(left.get(i), union.renamings().get(i));
      left.set(i, renamed);
    }
    left.add(random.nextInt(parts + 1), fresh.get());
    Names.Renaming same = Names.union(List.of(union.names())).renamings().get(0);
    while (left.size() > 1) {
      T into = left.remove(random.nextInt(left.size()));
      into.merge(left.remove(random.nextInt(left.size())), same);
      left.add(into);
    }
    return left.get(0);
  }

  private static byte[] bytes(Tally<?> tally) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      tally.write(out);
    }
    return bytes.toByteArray();
  }
}

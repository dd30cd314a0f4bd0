package postmortem.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Addresses and short texts (accounts, hosts, domains) as small numbers: one table per worker.
 *
 * <p>Ids mean something only together with the table that gave them; 0 is absent, and {@link
 * #OTHER} stands for what was dropped when a table grew over its limit. What is dropped is decided
 * by the hash of the key, so that the same keys are dropped whatever the order they came in.
 * Mutable; owned by one thread.
 */
public final class Names {

  /** Absent. */
  public static final int ABSENT = 0;

  /** Dropped, because there were more keys than the limit. */
  public static final int OTHER = 1;

  private static final int MAX_ADDRESSES = 1 << 19;

  private final int maxAddresses;
  private final int maxTexts;
  private final AddressTable addresses;
  private final EnumMap<TextSpace, TextTable> texts;
  private int generation;

  /** Tables with the default limits: half a million addresses, and so on. */
  public Names() {
    this(MAX_ADDRESSES, Integer.MAX_VALUE);
  }

  /**
   * Tables that keep at most so many different addresses, and so many texts of each kind, but never
   * more than a case has room for.
   */
  public Names(int maxAddresses, int maxTexts) {
    this.maxAddresses = maxAddresses;
    this.maxTexts = maxTexts;
    this.addresses = new AddressTable(maxAddresses);
    this.texts = new EnumMap<>(TextSpace.class);
    for (TextSpace space : TextSpace.values()) {
      texts.put(space, new TextTable(Math.min(maxTexts, space.limit())));
    }
  }

  /** The id of an address; 0 for null. */
  public int address(@Nullable Address address) {
    return address == null ? ABSENT : addresses.id(address.high(), address.low());
  }

  /** The address of an id; null for 0 and {@link #OTHER}. */
  public @Nullable Address address(int id) {
    return id <= OTHER ? null : addresses.get(id);
  }

  private Names(
      AddressTable addresses, EnumMap<TextSpace, TextTable> texts, int maxAddresses, int maxTexts) {
    this.addresses = addresses;
    this.texts = texts;
    this.maxAddresses = maxAddresses;
    this.maxTexts = maxTexts;
  }

  private TextTable table(TextSpace space) {
    return Objects.requireNonNull(texts.get(space));
  }

  /** The id of a text, as it is written; 0 for null. Longer ones are cut at 255 bytes. */
  public int text(TextSpace space, @Nullable Slice text) {
    return text == null ? ABSENT : table(space).id(text, false);
  }

  /** As {@link #text(TextSpace, Slice)}, with A to Z taken as a to z. */
  public int lowerText(TextSpace space, @Nullable Slice text) {
    return text == null ? ABSENT : table(space).id(text, true);
  }

  /** The text of an id; null for 0, "(other)" for {@link #OTHER}. */
  public @Nullable Slice text(TextSpace space, int id) {
    return id == ABSENT ? null : table(space).get(id);
  }

  /** One more than the largest address id given. */
  int addressIds() {
    return addresses.ids();
  }

  /** One more than the largest text id given. */
  public int textIds(TextSpace space) {
    return table(space).ids();
  }

  /** Were there more addresses than the limit? */
  public boolean addressesDropped() {
    return addresses.dropped();
  }

  /** Were there more texts of a kind than the limit? */
  public boolean textsDropped(TextSpace space) {
    return table(space).dropped();
  }

  /** What the ids of another table are here. */
  public static final class Renaming {
    private final int[] addresses;
    private final int[][] texts; // by the ordinal of the space: this is asked for each fact

    private Renaming(int[] addresses, int[][] texts) {
      this.addresses = addresses;
      this.texts = texts;
    }

    public int address(int id) {
      return addresses[id];
    }

    public int text(TextSpace space, int id) {
      return texts[space.ordinal()][id];
    }
  }

  /**
   * The tables of several workers as one.
   *
   * @param names with ids in the order of the addresses and of the bytes of the texts, so that they
   *     are the same however the work was shared
   * @param renamings of each worker's ids, in the order of the workers
   */
  public record Union(Names names, List<Renaming> renamings) {
    public Union {
      renamings = List.copyOf(renamings);
    }
  }

  /**
   * Takes over all that another has; what it has dropped is dropped here too.
   *
   * @return what the other's ids are here, as long as nothing is added
   */
  public Renaming absorb(Names other) {
    int[][] maps = new int[texts.size()][];
    for (TextSpace space : TextSpace.values()) {
      maps[space.ordinal()] = table(space).idsOf(other.table(space));
    }
    return new Renaming(addresses.idsOf(other.addresses), maps);
  }

  /** Forgets all names: all ids that were given become meaningless. */
  public void clear() {
    addresses.clear();
    texts.values().forEach(TextTable::clear);
    generation++;
  }

  /** Changes when ids become meaningless. */
  public int generation() {
    return generation;
  }

  /** The number of ids in the largest table. */
  public int largest() {
    int largest = addresses.ids();
    for (TextSpace space : TextSpace.values()) {
      largest = Math.max(largest, table(space).ids());
    }
    return largest;
  }

  /** Writes all names of a {@linkplain Union union} with their ids, which {@link #read} gives. */
  public void write(DataOutput out) throws IOException {
    addresses.write(out);
    for (TextSpace space : TextSpace.values()) {
      table(space).write(out);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException where the bytes are no names
   */
  public static Names read(DataInput in) throws IOException {
    Names names = new Names(Integer.MAX_VALUE, Integer.MAX_VALUE);
    names.addresses.read(in);
    for (TextSpace space : TextSpace.values()) {
      names.table(space).read(in);
    }
    return names;
  }

  /** Puts the tables of several workers together; they can still be read afterwards. */
  public static Union union(List<Names> workers) {
    Names all = new Names(workers.get(0).maxAddresses, workers.get(0).maxTexts);
    AddressTable addresses =
        AddressTable.ranked(workers.stream().map(w -> w.addresses).toList(), all.addresses);
    EnumMap<TextSpace, TextTable> texts = new EnumMap<>(TextSpace.class);
    for (TextSpace space : TextSpace.values()) {
      texts.put(
          space,
          TextTable.ranked(workers.stream().map(w -> w.table(space)).toList(), all.table(space)));
    }
    Names union = new Names(addresses, texts, all.maxAddresses, all.maxTexts);
    List<Renaming> renamings = new ArrayList<>();
    for (Names worker : workers) {
      renamings.add(union.absorb(worker));
    }
    return new Union(union, renamings);
  }
}

package postmortem.event;

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

  private final AddressTable addresses;
  private final TextTable texts;

  /** Tables with the default limits: two million addresses, one million texts. */
  public Names() {
    this(2_000_000, 1_000_000);
  }

  /** Tables that keep at most so many different addresses and texts. */
  public Names(int maxAddresses, int maxTexts) {
    this.addresses = new AddressTable(maxAddresses);
    this.texts = new TextTable(maxTexts);
  }

  /** The id of an address; 0 for null. */
  public int address(@Nullable Address address) {
    return address == null ? ABSENT : addresses.id(address.high(), address.low());
  }

  /** The address of an id; null for 0 and {@link #OTHER}. */
  public @Nullable Address address(int id) {
    return id <= OTHER ? null : addresses.get(id);
  }

  /** The id of a text, as it is written; 0 for null. Longer ones are cut at 255 bytes. */
  public int text(@Nullable Slice text) {
    return text == null ? ABSENT : texts.id(text);
  }

  /** The id of the text that {@code block} holds from {@code start} to before {@code end}. */
  public int text(byte[] block, int start, int end) {
    return texts.id(block, start, end, false);
  }

  /** As {@link #text(byte[], int, int)}, with A to Z taken as a to z. */
  public int lowerText(byte[] block, int start, int end) {
    return texts.id(block, start, end, true);
  }

  /** The text of an id; null for 0, "(other)" for {@link #OTHER}. */
  public @Nullable Slice text(int id) {
    return id == ABSENT ? null : texts.get(id);
  }

  /** One more than the largest address id given. */
  public int addressIds() {
    return addresses.ids();
  }

  /** One more than the largest text id given. */
  public int textIds() {
    return texts.ids();
  }

  /** Were there more addresses than the limit? */
  public boolean addressesDropped() {
    return addresses.dropped();
  }

  /** Were there more texts than the limit? */
  public boolean textsDropped() {
    return texts.dropped();
  }

  /** What the ids of another table are here. */
  public static final class Renaming {
    private final int[] addresses;
    private final int[] texts;

    private Renaming(int[] addresses, int[] texts) {
      this.addresses = addresses;
      this.texts = texts;
    }

    public int address(int id) {
      return addresses[id];
    }

    public int text(int id) {
      return texts[id];
    }
  }

  /** Takes over all entries of another table and says which id each has here. */
  public Renaming absorb(Names other) {
    int[] addressMap = new int[other.addressIds()];
    int[] textMap = new int[other.textIds()];
    addresses.limitAs(other.addresses);
    texts.limitAs(other.texts);
    for (int id = 0; id < addressMap.length; id++) {
      Address a = other.address(id);
      addressMap[id] = a == null ? Math.min(id, OTHER) : address(a);
    }
    for (int id = 0; id < textMap.length; id++) {
      Slice t = id <= OTHER ? null : other.texts.get(id);
      textMap[id] = t == null ? Math.min(id, OTHER) : text(t);
    }
    // a table that overflows while it absorbs has dropped ids that it had given before
    for (int id = OTHER + 1; id < addressMap.length; id++) {
      addressMap[id] = addresses.current(addressMap[id]);
    }
    for (int id = OTHER + 1; id < textMap.length; id++) {
      textMap[id] = texts.current(textMap[id]);
    }
    return new Renaming(addressMap, textMap);
  }

  /** The id itself, or {@link #OTHER} where its address was dropped after the id was given. */
  public int currentAddress(int id) {
    return addresses.current(id);
  }

  /** The id itself, or {@link #OTHER} where its text was dropped after the id was given. */
  public int currentText(int id) {
    return texts.current(id);
  }
}

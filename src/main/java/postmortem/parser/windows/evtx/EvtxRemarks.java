package postmortem.parser.windows.evtx;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is to be said of a file beside its records: how far it can be trusted. */
final class EvtxRemarks {

  private boolean unsigned;
  private int altered;
  private int leftovers;
  private int hidden;

  private final boolean wanted;
  private int unreadable;

  /**
   * @param wanted are leftovers read?
   */
  EvtxRemarks(boolean wanted) {
    this.wanted = wanted;
  }

  /** A chunk is read. */
  void chunk(Chunk chunk) {
    altered += chunk.isAltered() ? 1 : 0;
  }

  /** A record is left over from former use. */
  void leftover() {
    leftovers++;
  }

  /** A record that is left over could not be read. */
  void unreadable() {
    unreadable++;
  }

  /** A chunk without a signature has a record. */
  void unsigned() {
    unsigned = true;
  }

  /** A record stood inside of another. */
  void hidden() {
    hidden++;
  }

  SortedSet<String> sentences(@Nullable FileHeader header) {
    SortedSet<String> all = new TreeSet<>();
    if (header == null || !header.signed()) {
      all.add("The file has no header; its chunks were found by their signatures.");
    } else if (header.inUse()) {
      all.add(
          "The log was in use when it was copied, so its header may be old; all of the file was"
              + " read, whatever the header says.");
    }
    if (header != null && header.altered()) {
      all.add("The header of the file does not match its checksum.");
    }
    if (unsigned) {
      all.add(
          "Some chunks have lost their signature; they were read, because records stand in them.");
    }
    if (altered > 0) {
      all.add(
          count(altered, "chunk does", "chunks do")
              + " not match the checksums; the records were read as they are.");
    }
    if (leftovers > 0) {
      all.add(
          count(leftovers, "record is", "records are")
              + " left over from former use behind the end of the chunks; "
              + (wanted ? "those were read, too." : "those are not counted (see --leftovers)."));
    }
    if (unreadable > 0) {
      all.add(
          count(unreadable, "record of these is", "records of these are")
              + " partly overwritten, and could not be read.");
    }
    if (hidden > 0) {
      all.add(
          count(hidden, "record was", "records were")
              + " hidden inside of the records before, as programs do that remove traces; they were"
              + " read.");
    }
    return Collections.unmodifiableSortedSet(all);
  }

  private static String count(int n, String one, String several) {
    return n + " " + (n == 1 ? one : several);
  }
}

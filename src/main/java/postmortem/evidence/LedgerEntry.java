package postmortem.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one evidence file or archive member: a line of the ledger.
 *
 * @param id the ledger id: the position in the ledger, from 0
 * @param path relative to the argument it was found under, with {@code /} on every system; archive
 *     members after {@code !}
 * @param sha256 of the decoded member, hex; null where it could not be read to its end
 * @param size in bytes, decoded, as far as it could be read; -1 where it was given up at once
 * @param format id, or null where it is no known log
 * @param confidence of the recognition: "none", "possible", "likely", "certain"
 * @param stream "format server site", or null
 * @param duplicateOf ledger id of the file that holds all of this one, or null
 * @param container path of the archive that holds it, or null
 * @param encoding "ascii", "utf-8", "utf-16le", "windows-1252", "binary", ...; null where unknown
 * @param zone of its clock: "UTC", an offset or a zone id; null where it has no times
 * @param zoneBasis "format", "told", "found" by comparing it with other logs, "assumed", or null
 * @param yearBasis "logged", "told", "inferred", or null
 * @param dateOrder "day-first", "month-first", "ambiguous", or null where dates are unambiguous
 * @param clockOffsetSeconds that its times were corrected by, 0 where they were not
 * @param records how many there are
 * @param events records that gave events
 * @param parts records that are parts of events
 * @param ignored records that tell nothing that is asked
 * @param rejected records that could not be read
 * @param unread what was not read, and why
 * @param rejections the first few rejected records
 * @param first time of the first record, nanoseconds since 1970 UTC; null where there is none
 * @param last time of the last
 * @param shows what it can show
 * @param notes what else is to be said, full sentences
 */
public record LedgerEntry(
    int id,
    String path,
    @Nullable String sha256,
    long size,
    @Nullable String format,
    String confidence,
    @Nullable String stream,
    @Nullable Integer duplicateOf,
    @Nullable String container,
    @Nullable String encoding,
    @Nullable String zone,
    @Nullable String zoneBasis,
    @Nullable String yearBasis,
    @Nullable String dateOrder,
    double clockOffsetSeconds,
    long records,
    long events,
    long parts,
    long ignored,
    long rejected,
    List<Unread> unread,
    List<Rejection> rejections,
    @Nullable Long first,
    @Nullable Long last,
    List<String> shows,
    List<String> notes) {

  /** Why a file of no known format is unread. */
  public static final String NOT_A_KNOWN_LOG = "not a known log";

  public LedgerEntry {
    unread = List.copyOf(unread);
    rejections = List.copyOf(rejections);
    shows = List.copyOf(shows);
    notes = List.copyOf(notes);
  }

  /** Could it be read, and is it no log that we know? So is an empty file. */
  public boolean isNoKnownLog() {
    return format == null && unread.stream().allMatch(u -> u.why().equals(NOT_A_KNOWN_LOG));
  }

  /** Is there something in it that was to be read and was not? */
  public boolean isCut() {
    return !unread.isEmpty() && duplicateOf == null && !isNoKnownLog();
  }

  /** What a file of no known format is, for people. */
  public String withoutFormat() {
    if (!isNoKnownLog()) {
      return "could not be read";
    }
    return size == 0 ? "empty" : NOT_A_KNOWN_LOG;
  }

  /**
   * Bytes that were not read.
   *
   * @param offset of the first, in the decoded member
   * @param length how many; -1 where nobody knows
   * @param why one line, for people
   */
  public record Unread(long offset, long length, String why) {}

  /**
   * A record that could not be read.
   *
   * @param record its number, from 1
   * @param offset of its first byte
   * @param length in bytes
   * @param why one line, for people
   * @param excerpt the first bytes of it, secrets masked, escaped; at most 120 characters
   */
  public record Rejection(long record, long offset, long length, String why, String excerpt) {}
}

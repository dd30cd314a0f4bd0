package postmortem.run;

import java.util.SortedMap;

/**
 * A record that a finding rests on.
 *
 * @param time nanoseconds since 1970 UTC, corrected
 * @param path the ledger path of its file
 * @param record its number in it, from 1
 * @param offset of its first byte in the decoded file
 * @param kind what it tells: {@code attempt}
 * @param fields what was read in it, by name
 * @param text the record itself, secrets masked; "" where it cannot be read any more
 */
public record ShownRecord(
    long time,
    String path,
    long record,
    long offset,
    String kind,
    SortedMap<String, String> fields,
    String text) {}

package postmortem.analysis;

import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.event.Service;
import postmortem.event.Slice;
import postmortem.event.SourceRef;
import postmortem.event.Times;

/**
 * One detector's conclusion, with its evidence and thresholds. Made by {@link FindingBuilder}.
 *
 * @param id derived from type, start, sources and accounts, so that it survives new evidence
 * @param confidence 0..1 that it is true
 * @param start nanoseconds since 1970 UTC
 * @param end of the last record that belongs to it
 * @param startOpen the evidence begins, or has a gap, where the finding starts: it may have begun
 *     before
 * @param endOpen likewise for its end
 * @param sources all of them, in order
 * @param accounts all of them, in order: canonical names
 * @param servers names of the machines
 * @param title one line, plain text, without the time
 * @param metrics keys are fixed per type in the report's schema; values are Long, Double, String,
 *     Boolean, or lists or maps of these
 * @param threshold the limits that were passed: name to number
 * @param explains ids of the findings that this one explains
 * @param selector the facts that it rests on
 * @param count how many records that is
 * @param samples the smallest places of them, in order
 */
public record Finding(
    String id,
    FindingType type,
    Severity severity,
    double confidence,
    long start,
    long end,
    boolean startOpen,
    boolean endOpen,
    List<Address> sources,
    List<String> accounts,
    SortedSet<String> servers,
    SortedSet<Service> services,
    String title,
    SortedMap<String, Object> metrics,
    SortedMap<String, Number> threshold,
    @Nullable Attribution attribution,
    List<String> explains,
    Selector selector,
    long count,
    List<SourceRef> samples) {

  /** The same finding with all of its evidence counted. */
  public Finding withEvidence(long allOfIt, List<SourceRef> smallest, @Nullable Attribution known) {
    return new Finding(
        id,
        type,
        severity,
        confidence,
        start,
        end,
        startOpen,
        endOpen,
        sources,
        accounts,
        servers,
        services,
        title,
        metrics,
        threshold,
        known,
        explains,
        selector,
        allOfIt,
        List.copyOf(smallest));
  }

  /**
   * How many attempts got their address from a log of their own or by joining, and how many did
   * not.
   */
  public record Attribution(long attributed, long ambiguous, long unattributed) {}

  /** The id of a finding with this content: the same on each run, whatever else was found. */
  public static String idOf(
      FindingType type, long start, List<Address> sources, List<String> accounts) {
    StringBuilder key = new StringBuilder(type.id()).append('|').append(Times.day(start));
    sources.forEach(a -> key.append('|').append(a));
    accounts.forEach(n -> key.append('|').append(n));
    return type.id()
        + "-"
        + HexFormat.of().toHexDigits(Slice.of(key.toString()).hash64()).substring(0, 10);
  }
}

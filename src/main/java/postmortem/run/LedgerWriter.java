package postmortem.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Amount;
import postmortem.analysis.StreamInfo;
import postmortem.analysis.clock.Correction;
import postmortem.event.SourceRef;
import postmortem.evidence.Encoding;
import postmortem.evidence.EvidenceFile;
import postmortem.evidence.LedgerEntry;
import postmortem.evidence.LedgerEntry.Rejection;
import postmortem.evidence.LedgerEntry.Unread;
import postmortem.parser.Format;
import postmortem.parser.LogParser;
import postmortem.parser.StreamKey;

/** Makes the ledger of what was found and read. */
final class LedgerWriter {

  private static final int FEW = 5;

  private static final String OVERFLOWED =
      "More sessions were open at once than there is room for: those that were silent longest"
          + " were ended early.";

  private static final String TOO_MANY_LOGS =
      "It holds more logs than are told apart; events of the others were taken to be of its own.";

  private final Reading.Result read;
  private final LedgerClocks clocks;
  private final Map<Integer, StreamInfo> streamOf = new HashMap<>();

  /**
   * @param corrections of the clocks; none where they were not compared
   */
  LedgerWriter(Reading.Result read, RunSettings settings, List<Correction> corrections) {
    this.read = read;
    this.clocks = new LedgerClocks(settings, corrections);
    for (List<Piece> task : read.plan().tasks()) {
      for (Piece piece : task) {
        streamOf.put(piece.file().id(), read.plan().streams().get(piece.stream()));
      }
    }
  }

  List<LedgerEntry> entries() {
    SortedMap<SourceRef, String> excerpts = new RecordTexts(read.tree()).read(rejectedPlaces());
    List<LedgerEntry> entries = new ArrayList<>();
    for (EvidenceFile file : read.tree().files()) {
      entries.add(entry(file, excerpts));
    }
    return entries;
  }

  private List<SourceRef> rejectedPlaces() {
    List<SourceRef> places = new ArrayList<>();
    for (EvidenceFile file : read.tree().files()) {
      for (PieceResult.Rejected r : rejected(file)) {
        places.add(place(file, r));
      }
    }
    return places;
  }

  private List<PieceResult.Rejected> rejected(EvidenceFile file) {
    return results(file).stream()
        .flatMap(result -> result.rejections().stream())
        .sorted(Comparator.comparingLong(PieceResult.Rejected::offset))
        .limit(FEW)
        .toList();
  }

  private static SourceRef place(EvidenceFile file, PieceResult.Rejected r) {
    return new SourceRef(file.id(), r.record(), r.offset(), (int) Math.min(r.length(), 1 << 12));
  }

  private List<PieceResult> results(EvidenceFile file) {
    return read.results().getOrDefault(file.id(), List.of());
  }

  private LedgerEntry entry(EvidenceFile file, SortedMap<SourceRef, String> excerpts) {
    Recognised what = file.problem() == null ? read.tree().sampled(file) : null;
    LogParser parser = what == null ? null : what.parser();
    Format format = parser == null ? null : parser.format();
    Integer original = read.duplicates().get(file.id());
    List<PieceResult> results = results(file);
    Counts counts = new Counts();
    results.forEach(counts::add);
    StreamInfo stream = streamOf.get(file.id());
    List<String> notes = new ArrayList<>(counts.notes);
    notes.addAll(0, what == null ? List.of() : what.notes());
    boolean unnamed = what != null && what.key() != null && what.key().server().isEmpty();
    if (unnamed && stream != null && !stream.server().isEmpty()) {
      notes.add("It names no machine; it was taken to be of %s.".formatted(stream.server()));
    }
    Overlap overlap = read.overlaps().get(file.id());
    if (overlap != null) {
      notes.add(
          "The first %d records stand in %s too, and were counted there only."
              .formatted(counts.dropped, read.tree().files().get(overlap.other()).path()));
    }
    if (counts.repeated > 0) {
      notes.add(
          "%s of it stand in another record of the same number too, and were counted there only."
              .formatted(Amount.of(counts.repeated, "event")));
    }
    Set<StreamKey> strangers = read.plan().strangers().getOrDefault(file.id(), Map.of()).keySet();
    if (!strangers.isEmpty()) {
      notes.add(logs(strangers.size() + 1));
    }
    if (counts.strangers) {
      notes.add(TOO_MANY_LOGS);
    }
    if (counts.echoes > 0) {
      notes.add(
          "%s of it stand in the protocol log of the same server too, and were counted there only."
              .formatted(Amount.of(counts.echoes, "event")));
    }
    if (stream != null && read.overflowed().contains(stream.id())) {
      notes.add(OVERFLOWED);
    }
    boolean timed = counts.first != Long.MAX_VALUE;
    boolean local = counts.local;
    return new LedgerEntry(
        file.id(),
        file.path(),
        read.hashes().sha256(file),
        size(file, counts),
        format == null ? null : format.id(),
        what == null ? "none" : what.confidence().name().toLowerCase(Locale.ROOT),
        stream == null ? null : name(stream),
        original,
        file.container(),
        encoding(file),
        timed ? clocks.zone(local, file, stream) : null,
        timed ? clocks.zoneBasis(local, file, stream) : null,
        timed ? "logged" : null,
        counts.dateOrder,
        clocks.offsetSeconds(stream),
        counts.records(),
        counts.events,
        counts.parts,
        counts.ignored,
        counts.rejected,
        unread(file, format, results),
        rejections(file, excerpts),
        timed ? counts.first : null,
        timed ? counts.last : null,
        format == null ? List.of() : format.shows(),
        notes);
  }

  private static String logs(int number) {
    return "It holds %d logs, of several machines or channels, which were told apart."
        .formatted(number);
  }

  private static @Nullable String encoding(EvidenceFile file) {
    Encoding encoding = file.encoding();
    return encoding == null ? null : encoding.id();
  }

  private static String name(StreamInfo stream) {
    return (stream.format() + " " + stream.server() + " " + stream.site()).strip();
  }

  private long size(EvidenceFile file, Counts counts) {
    if (file.size() >= 0) {
      return file.size();
    }
    // what was unpacked before it was given up says nothing about its size
    return file.problem() != null || read.hashes().failure(file) != null
        ? -1
        : Math.max(counts.bytes, read.hashes().size(file));
  }

  private List<Unread> unread(
      EvidenceFile file, @Nullable Format format, List<PieceResult> results) {
    List<Unread> unread = new ArrayList<>();
    String problem = file.problem();
    String failure = read.hashes().failure(file);
    if (problem != null) {
      unread.add(new Unread(0, file.size(), problem));
    } else if (failure != null) {
      unread.add(new Unread(0, file.size(), failure));
    } else if (format == null && file.size() != 0) {
      unread.add(new Unread(0, file.size(), LedgerEntry.NOT_A_KNOWN_LOG));
    }
    for (PieceResult result : results) {
      PieceResult.Unread u = result.unread();
      if (u != null) {
        unread.add(
            new Unread(u.offset(), file.size() < 0 ? -1 : file.size() - u.offset(), u.why()));
      }
    }
    unread.sort(Comparator.comparingLong(Unread::offset).thenComparing(Unread::why));
    return unread;
  }

  private List<Rejection> rejections(EvidenceFile file, SortedMap<SourceRef, String> excerpts) {
    List<Rejection> out = new ArrayList<>();
    for (PieceResult.Rejected r : rejected(file)) {
      String excerpt = excerpts.getOrDefault(place(file, r), "");
      out.add(new Rejection(r.record(), r.offset(), r.length(), r.reason().words(), cut(excerpt)));
    }
    return out;
  }

  private static String cut(String text) {
    int most = Math.min(120, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, most));
  }

  /** The sums over the pieces of a file. */
  private static final class Counts {
    private long events;
    private long parts;
    private long ignored;
    private long rejected;
    private long bytes;
    private long echoes;
    private long dropped;
    private long repeated;
    private boolean local;
    private boolean strangers; // even when all that could be told apart were known
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private final TreeSet<String> notes = new TreeSet<>();
    private @Nullable String dateOrder;

    void add(PieceResult r) {
      events += r.events();
      parts += r.parts();
      ignored += r.ignored();
      rejected += r.rejected();
      bytes += r.bytes();
      echoes += r.echoes();
      dropped += r.dropped() == null ? 0 : r.dropped().records();
      repeated += r.repeated() == null ? 0 : r.repeated().records();
      strangers |= !r.strangers().isEmpty();
      local |= !r.local().isEmpty();
      first = Math.min(first, r.first());
      last = Math.max(last, r.last());
      notes.addAll(r.notes());
      dateOrder = r.dateOrder() == null ? dateOrder : r.dateOrder();
    }

    long records() {
      return events + parts + ignored + rejected;
    }
  }
}

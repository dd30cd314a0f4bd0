package postmortem.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Selector;
import postmortem.analysis.Severity;
import postmortem.event.Address;
import postmortem.event.Outcome;
import postmortem.event.Reason;
import postmortem.event.Service;
import postmortem.event.SourceRef;
import postmortem.event.Times;

/** A finding made by hand. */
final class Draft {

  private final FindingType type;
  private final long start;
  private final long end;
  private final List<Address> sources = new ArrayList<>();
  private final List<String> accounts = new ArrayList<>();
  private final TreeSet<String> servers = new TreeSet<>();
  private final TreeSet<Service> services = new TreeSet<>();
  private final TreeSet<Integer> streams = new TreeSet<>();
  private final SortedMap<String, Object> metrics = new TreeMap<>();
  private final SortedMap<String, Number> threshold = new TreeMap<>();
  private Severity severity = Severity.HIGH;
  private double confidence = 0.9;
  private boolean startOpen;
  private boolean endOpen;
  private Finding.@Nullable Attribution attribution;

  /**
   * @param start of the day {@code 2003-10-08} where it is a time only
   */
  Draft(FindingType type, String start, String end) {
    this.type = type;
    this.start = time(start);
    this.end = time(end);
    services.add(Service.SMTP);
  }

  /** {@code 01:12} of 2003-10-08, {@code 09T01:12} of that October, in UTC. */
  static long time(String text) {
    String day = text.contains("T") ? "2003-10-" + text : "2003-10-08T" + text;
    return Times.nanos(Instant.parse(day + ":00Z"));
  }

  Draft from(String... addresses) {
    for (String address : addresses) {
      sources.add(requireNonNull(Address.parse(address), address));
    }
    return this;
  }

  Draft as(String... names) {
    accounts.addAll(List.of(names));
    return this;
  }

  Draft on(String server) {
    servers.add(server);
    return this;
  }

  Draft of(int stream) {
    streams.add(stream);
    return this;
  }

  Draft at(Service service) {
    services.clear();
    services.add(service);
    return this;
  }

  Draft severity(Severity value) {
    severity = value;
    return this;
  }

  Draft confidence(double value) {
    confidence = value;
    return this;
  }

  Draft metric(String key, Object value) {
    metrics.put(key, value);
    return this;
  }

  Draft threshold(String key, Number value) {
    threshold.put(key, value);
    return this;
  }

  Draft startOpen() {
    startOpen = true;
    return this;
  }

  Draft endOpen() {
    endOpen = true;
    return this;
  }

  Finding finding() {
    List<Address> addresses = sources.stream().sorted().toList();
    List<String> names = accounts.stream().sorted().toList();
    return new Finding(
        Finding.idOf(type, start, addresses, names),
        type,
        severity,
        confidence,
        start,
        end,
        startOpen,
        endOpen,
        addresses,
        names,
        servers,
        services,
        type.id() + " title",
        metrics,
        threshold,
        attribution,
        List.of(),
        new Selector(
            Selector.Population.ALL,
            EnumSet.noneOf(FactKind.class),
            EnumSet.noneOf(Outcome.class),
            EnumSet.noneOf(Reason.class),
            !addresses.isEmpty(),
            !names.isEmpty(),
            start,
            end,
            streams),
        1,
        List.of(new SourceRef(0, 1, 0, 10)));
  }
}

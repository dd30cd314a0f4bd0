package postmortem.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.event.Address;

/** A finding, with some of its parts changed. */
final class Redraft {

  private final Finding from;
  private final SortedMap<String, Object> metrics;
  private final List<String> explains;
  private FindingType type;
  private String id;
  private Severity severity;
  private double confidence;
  private List<Address> sources;
  private List<String> accounts;
  private String title;

  private Redraft(Finding from) {
    this.from = from;
    this.metrics = new TreeMap<>(from.metrics());
    this.explains = new ArrayList<>(from.explains());
    this.type = from.type();
    this.id = from.id();
    this.severity = from.severity();
    this.confidence = from.confidence();
    this.sources = from.sources();
    this.accounts = from.accounts();
    this.title = from.title();
  }

  static Redraft of(Finding finding) {
    return new Redraft(finding);
  }

  /** Another conclusion from the same records: keeps nothing but those. */
  Redraft as(FindingType other, String why) {
    type = other;
    title = why;
    metrics.clear();
    explains.clear();
    return this;
  }

  Redraft id(String value) {
    id = value;
    return this;
  }

  Redraft severity(Severity value) {
    severity = value;
    return this;
  }

  Redraft confidence(double value) {
    confidence = value;
    return this;
  }

  Redraft sources(Collection<Address> value) {
    sources = List.copyOf(new TreeSet<>(value));
    return this;
  }

  Redraft accounts(List<String> value) {
    accounts = value;
    return this;
  }

  Redraft title(String value) {
    title = value;
    return this;
  }

  Redraft metric(String name, Object value) {
    metrics.put(name, value);
    return this;
  }

  Redraft explains(Collection<String> ids) {
    TreeSet<String> all = new TreeSet<>(explains);
    all.addAll(ids);
    explains.clear();
    explains.addAll(all);
    return this;
  }

  /** Makes it, with the id that it has or was given. */
  Finding finding() {
    return new Finding(
        id,
        type,
        severity,
        confidence,
        from.start(),
        from.end(),
        from.startOpen(),
        from.endOpen(),
        sources,
        accounts,
        from.servers(),
        from.services(),
        title,
        metrics,
        from.threshold(),
        from.attribution(),
        List.copyOf(explains),
        from.selector(),
        from.count(),
        from.samples());
  }

  /** Makes it, with an id of its own content. */
  Finding fresh() {
    return id(Finding.idOf(type, from.start(), sources, accounts)).finding();
  }
}

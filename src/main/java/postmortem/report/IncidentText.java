package postmortem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import postmortem.event.Address;
import postmortem.incident.Incident;

/** The words that tell of an incident, in whatever form. */
final class IncidentText {

  private final Incident incident;
  private final AccountNames names;

  IncidentText(Incident incident, AccountNames names) {
    this.incident = incident;
    this.names = names;
  }

  Phrase title(int number) {
    return Phrase.of("Incident " + number + ": ").andProse(incident.title(), names);
  }

  String when() {
    return Wording.period(
        incident.start(), incident.end(), incident.startOpen(), incident.ongoing());
  }

  /** The techniques that its findings are signs of, with their names. */
  List<String> techniques() {
    TreeSet<String> ids = new TreeSet<>();
    incident.findings().forEach(finding -> ids.addAll(finding.type().techniques()));
    List<String> techniques = new ArrayList<>();
    for (String id : ids) {
      String name = Techniques.name(id);
      techniques.add(id + (name == null ? "" : " " + name));
    }
    return techniques;
  }

  Phrase story(Incident.StoryLine line) {
    return Phrase.prose(line.text(), names);
  }

  Table<Incident.AccountRow> accounts() {
    return new Table<>(
        List.of(
            "account",
            "exists",
            "rejected attempts",
            "first (UTC)",
            "last (UTC)",
            "first success (UTC)",
            "from",
            "privileged",
            "messages",
            "recipients"),
        incident.accounts(),
        row ->
            List.of(
                Phrase.name(row.account()),
                Phrase.of(Wording.yes(row.exists())),
                Phrase.number(row.attempts()),
                Phrase.of(Wording.time(row.first())),
                Phrase.of(Wording.time(row.last())),
                Phrase.of(row.firstSuccess() == null ? "none" : Wording.time(row.firstSuccess())),
                Phrase.of(address(row.successFrom())),
                Phrase.of(Wording.yes(row.privileged())),
                Phrase.number(row.messages()),
                Phrase.number(row.recipients())));
  }

  private static String address(@Nullable Address address) {
    return address == null ? "" : address.toString();
  }

  Table<Incident.SourceRow> sources() {
    return new Table<>(
        List.of(
            "address",
            "sessions",
            "rejected",
            "accepted",
            "messages",
            "recipients",
            "first (UTC)",
            "last (UTC)",
            "HELO"),
        incident.sources(),
        row ->
            List.of(
                Phrase.of(row.address().toString()),
                Phrase.number(row.sessions()),
                Phrase.number(row.rejected()),
                Phrase.number(row.accepted()),
                Phrase.number(row.messages()),
                Phrase.number(row.recipients()),
                Phrase.of(Wording.time(row.first())),
                Phrase.of(Wording.time(row.last())),
                Phrase.join(" ", row.helo().stream().map(Phrase::name).toList())));
  }
}

package postmortem.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Finding;
import postmortem.event.Address;
import postmortem.event.Service;
import postmortem.event.SourceRef;
import postmortem.event.Times;
import postmortem.evidence.LedgerEntry;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;

/** The tables of what a report says. */
final class Sheets {

  private static final String TIME = "TIMESTAMP_NS";
  private static final String TEXTS = "VARCHAR[]";
  private static final String TEXT = "VARCHAR";
  private static final String NUMBER = "BIGINT";
  private static final String FINDING_ID = "id of the finding";
  private static final String INCIDENT_ID = "id of the incident";

  /** In the order in which they are made. */
  static final List<Sheet<?>> ALL =
      List.of(
          ledger(),
          unread(),
          rejections(),
          findings(),
          samples(),
          incidents(),
          incidentSources(),
          incidentAccounts(),
          story(),
          actions(),
          series(),
          verdict(),
          limits());

  private Sheets() {}

  /** A part of something, with where it stands there. */
  private record Part<O, P>(O owner, int ordinal, P part) {}

  private static <O, P> List<Part<O, P>> parts(
      List<O> owners, Function<O, ? extends List<? extends P>> partsOf) {
    List<Part<O, P>> all = new ArrayList<>();
    for (O owner : owners) {
      List<? extends P> parts = partsOf.apply(owner);
      IntStream.range(0, parts.size()).forEach(i -> all.add(new Part<>(owner, i, parts.get(i))));
    }
    return all;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(Object::toString).toList();
  }

  private static @Nullable Object text(@Nullable Address address) {
    return address == null ? null : address.toString();
  }

  private static Sheet<LedgerEntry> ledger() {
    return Sheet.<LedgerEntry>of(
            "ledger", "all evidence, and what became of it", j -> j.report().ledger())
        .with("id", "INTEGER", "position in the ledger, from 0", LedgerEntry::id)
        .with("path", TEXT, "relative to its argument; '!' before a member", LedgerEntry::path)
        .with("sha256", TEXT, "of the decoded file, hex; null: not to its end", LedgerEntry::sha256)
        .with("size", NUMBER, "bytes, decoded; null where nobody knows", e -> positive(e.size()))
        .with("format", TEXT, "null where it is no known log", LedgerEntry::format)
        .with("confidence", TEXT, "how sure the format is", LedgerEntry::confidence)
        .with("stream", TEXT, "format, server and site", LedgerEntry::stream)
        .with("duplicate_of", "INTEGER", "id of the file that holds it all", e -> e.duplicateOf())
        .with("container", TEXT, "path of the archive that holds it", LedgerEntry::container)
        .with("encoding", TEXT, "of its text", LedgerEntry::encoding)
        .with("zone", TEXT, "of its clock", LedgerEntry::zone)
        .with("zone_basis", TEXT, "format, told, found or assumed", LedgerEntry::zoneBasis)
        .with("year_basis", TEXT, "logged, told or inferred", LedgerEntry::yearBasis)
        .with("date_order", TEXT, "day-first, month-first or ambiguous", LedgerEntry::dateOrder)
        .with("clock_offset_seconds", "DOUBLE", "was added", LedgerEntry::clockOffsetSeconds)
        .with("records", NUMBER, "how many there are", LedgerEntry::records)
        .with("events", NUMBER, "records that gave events", LedgerEntry::events)
        .with("parts", NUMBER, "records that are parts of events", LedgerEntry::parts)
        .with("ignored", NUMBER, "records that tell nothing that is asked", LedgerEntry::ignored)
        .with("rejected", NUMBER, "records that could not be read", LedgerEntry::rejected)
        .with("first", TIME, "of the first record, UTC", LedgerEntry::first)
        .with("last", TIME, "of the last record, UTC", LedgerEntry::last)
        .with("shows", TEXTS, "what it can show", LedgerEntry::shows)
        .with("notes", TEXTS, "what else is to be said", LedgerEntry::notes);
  }

  private static @Nullable Object positive(long value) {
    return value < 0 ? null : value;
  }

  private static Sheet<Part<LedgerEntry, LedgerEntry.Unread>> unread() {
    return Sheet.<Part<LedgerEntry, LedgerEntry.Unread>>of(
            "unread",
            "bytes of evidence that were not read",
            j -> parts(j.report().ledger(), LedgerEntry::unread))
        .with("ledger", "INTEGER", "id of the evidence file", p -> p.owner().id())
        .with("offset", NUMBER, "of the first byte", p -> p.part().offset())
        .with("length", NUMBER, "bytes; null where nobody knows", p -> positive(p.part().length()))
        .with("why", TEXT, "for people", p -> p.part().why());
  }

  private static Sheet<Part<LedgerEntry, LedgerEntry.Rejection>> rejections() {
    return Sheet.<Part<LedgerEntry, LedgerEntry.Rejection>>of(
            "rejections",
            "the first few records of each file that could not be read",
            j -> parts(j.report().ledger(), LedgerEntry::rejections))
        .with("ledger", "INTEGER", "id of the evidence file", p -> p.owner().id())
        .with("record", NUMBER, "its number, from 1", p -> p.part().record())
        .with("offset", NUMBER, "of its first byte", p -> p.part().offset())
        .with("length", NUMBER, "bytes", p -> p.part().length())
        .with("why", TEXT, "for people", p -> p.part().why())
        .with("excerpt", TEXT, "its first bytes, secrets masked", p -> p.part().excerpt());
  }

  /** A finding, and how the report writes its figures. */
  private record FindingRow(Finding finding, Judged judged) {
    @Nullable Object attribution(BiFunction<Finding, Finding.Attribution, Long> figure) {
      Finding.Attribution known = finding.attribution();
      return known == null ? null : figure.apply(finding, known);
    }
  }

  private static Sheet<FindingRow> findings() {
    return Sheet.<FindingRow>of(
            "findings",
            "what the detectors concluded; the gravest first",
            j -> j.report().findings().stream().map(f -> new FindingRow(f, j)).toList())
        .with("id", TEXT, "derived from its content", r -> r.finding().id())
        .with("type", TEXT, "auth.brute-force and so on", r -> r.finding().type().id())
        .with("severity", TEXT, "info, low, medium, high, critical", r -> severity(r.finding()))
        .with("confidence", "DOUBLE", "0 to 1", r -> r.finding().confidence())
        .with("start_time", TIME, "UTC", r -> r.finding().start())
        .with("end_time", TIME, "UTC, of its last record", r -> r.finding().end())
        .with("start_open", "BOOLEAN", "may it have begun before?", r -> r.finding().startOpen())
        .with("end_open", "BOOLEAN", "may it have gone on?", r -> r.finding().endOpen())
        .with("sources", TEXTS, "all addresses", r -> texts(r.finding().sources()))
        .with("accounts", TEXTS, "all accounts", r -> r.finding().accounts())
        .with("servers", TEXTS, "our machines", r -> List.copyOf(r.finding().servers()))
        .with(
            "services",
            TEXTS,
            "smtp and so on",
            r -> r.finding().services().stream().map(Service::id).toList())
        .with("title", TEXT, "one line", r -> r.finding().title())
        .with("metrics", "JSON", "figures by name", r -> json(r, r.finding().metrics()))
        .with("threshold", "JSON", "limits that were passed", r -> json(r, r.finding().threshold()))
        .with("techniques", TEXTS, "ATT&CK ids", r -> r.finding().type().techniques())
        .with("attributed", NUMBER, "with an address", r -> r.attribution((f, a) -> a.attributed()))
        .with("ambiguous", NUMBER, "of several", r -> r.attribution((f, a) -> a.ambiguous()))
        .with("unattributed", NUMBER, "without", r -> r.attribution((f, a) -> a.unattributed()))
        .with("explains", TEXTS, "ids of findings", r -> r.finding().explains())
        .with("records", NUMBER, "that it rests on", r -> r.finding().count());
  }

  private static String severity(Finding finding) {
    return finding.severity().id();
  }

  private static String json(FindingRow row, java.util.Map<String, ?> figures) {
    return row.judged().json().apply(figures);
  }

  private static Sheet<FindingSample> samples() {
    return Sheet.<FindingSample>of(
            "samples", "the first records that a finding rests on", Sheets::samplesOf)
        .with("finding", TEXT, FINDING_ID, s -> s.finding())
        .with("ledger", "INTEGER", "id of the evidence file", s -> s.place().ledger())
        .with("record", NUMBER, "its number, from 1", s -> s.place().record())
        .with("offset", NUMBER, "of its first byte", s -> s.place().offset())
        .with("length", "INTEGER", "bytes", s -> s.place().length())
        .with("text", TEXT, "the record, secrets masked", s -> s.text());
  }

  private record FindingSample(String finding, SourceRef place, @Nullable String text) {}

  private static List<FindingSample> samplesOf(Judged judged) {
    List<FindingSample> samples = new ArrayList<>();
    for (Finding finding : judged.report().findings()) {
      for (SourceRef place : finding.samples()) {
        String text = judged.report().samples().get(place);
        samples.add(new FindingSample(finding.id(), place, text));
      }
    }
    return samples;
  }

  private static Sheet<Incident> incidents() {
    return Sheet.<Incident>of(
            "incidents", "findings tied together: the gravest first", j -> j.report().incidents())
        .with("id", TEXT, "derived from its findings", Incident::id)
        .with("title", TEXT, "one line", Incident::title)
        .with("severity", TEXT, "info, low, medium, high, critical", i -> i.severity().id())
        .with("confidence", "DOUBLE", "0 to 1", Incident::confidence)
        .with("start_time", TIME, "UTC", Incident::start)
        .with("end_time", TIME, "UTC", Incident::end)
        .with("ongoing", "BOOLEAN", "when the evidence ends", Incident::ongoing)
        .with("succeeded", TEXT, "yes, no or unknown", i -> word(i.succeeded()))
        .with(
            "findings",
            TEXTS,
            "ids, in the order of time",
            i -> i.findings().stream().map(Finding::id).toList());
  }

  private static Sheet<Part<Incident, Incident.SourceRow>> incidentSources() {
    return Sheet.<Part<Incident, Incident.SourceRow>>of(
            "incident_sources",
            "what each address did in an incident",
            j -> parts(j.report().incidents(), Incident::sources))
        .with("incident", TEXT, INCIDENT_ID, p -> p.owner().id())
        .with("address", TEXT, "of the source", p -> text(p.part().address()))
        .with("sessions", NUMBER, "sessions", p -> p.part().sessions())
        .with("rejected", NUMBER, "AUTH attempts that were", p -> p.part().rejected())
        .with("accepted", NUMBER, "AUTH attempts that were", p -> p.part().accepted())
        .with("messages", NUMBER, "that it sent through us", p -> p.part().messages())
        .with("recipients", NUMBER, "of these messages", p -> p.part().recipients())
        .with("first", TIME, "UTC", p -> p.part().first())
        .with("last", TIME, "UTC", p -> p.part().last())
        .with("helo", TEXTS, "names that it gave, a few", p -> p.part().helo());
  }

  private static Sheet<Part<Incident, Incident.AccountRow>> incidentAccounts() {
    return Sheet.<Part<Incident, Incident.AccountRow>>of(
            "incident_accounts",
            "what happened to each account in an incident",
            j -> parts(j.report().incidents(), Incident::accounts))
        .with("incident", TEXT, INCIDENT_ID, p -> p.owner().id())
        .with("account", TEXT, "its one name", p -> p.part().account())
        .with("exists", "BOOLEAN", "null where no log tells", p -> p.part().exists())
        .with("attempts", NUMBER, "that were rejected", p -> p.part().attempts())
        .with("first", TIME, "UTC", p -> p.part().first())
        .with("last", TIME, "UTC", p -> p.part().last())
        .with("first_success", TIME, "of the attacker, UTC", p -> p.part().firstSuccess())
        .with("success_from", TEXT, "address of that", p -> text(p.part().successFrom()))
        .with("privileged", "BOOLEAN", "null where no log tells", p -> p.part().privileged())
        .with("messages", NUMBER, "that it sent", p -> p.part().messages())
        .with("recipients", NUMBER, "of these messages", p -> p.part().recipients());
  }

  private static Sheet<Part<Incident, Incident.StoryLine>> story() {
    return Sheet.<Part<Incident, Incident.StoryLine>>of(
            "story",
            "what happened in an incident, in the order of time",
            j -> parts(j.report().incidents(), Incident::story))
        .with("incident", TEXT, INCIDENT_ID, p -> p.owner().id())
        .with("ordinal", "INTEGER", "place in the story, from 0", Part::ordinal)
        .with("time", TIME, "UTC", p -> p.part().time())
        .with("stage", TEXT, "probing, guessing, success, abuse or fallout", p -> stage(p.part()))
        .with("text", TEXT, "a full sentence", p -> p.part().text())
        .with("finding", TEXT, FINDING_ID, p -> p.part().finding());
  }

  private static String stage(Incident.StoryLine line) {
    return word(line.stage());
  }

  private static Sheet<Part<Incident, Incident.Action>> actions() {
    return Sheet.<Part<Incident, Incident.Action>>of(
            "actions",
            "what to do about an incident, in order",
            j -> parts(j.report().incidents(), Incident::actions))
        .with("incident", TEXT, INCIDENT_ID, p -> p.owner().id())
        .with("ordinal", "INTEGER", "the order, from 0", Part::ordinal)
        .with("what", TEXT, "to do", p -> p.part().what())
        .with("why", TEXT, "to do it", p -> p.part().why())
        .with("finding", TEXT, FINDING_ID, p -> p.part().finding());
  }

  private static Sheet<Part<CaseReport.Series, @Nullable Long>> series() {
    return Sheet.<Part<CaseReport.Series, @Nullable Long>>of(
            "series",
            "counts in equal bins",
            j -> parts(j.report().series(), CaseReport.Series::counts))
        .with("name", TEXT, "of what is counted", p -> p.owner().name())
        .with("server", TEXT, "the machine", p -> p.owner().server())
        .with("bin_seconds", "INTEGER", "length of a bin", p -> p.owner().binSeconds())
        .with("start_time", TIME, "of the bin, UTC", Sheets::binStart)
        .with("count", NUMBER, "null where no log covers the bin", Part::part)
        .with("threshold", "DOUBLE", "that was passed", p -> p.owner().threshold());
  }

  private static Object binStart(Part<CaseReport.Series, @Nullable Long> bin) {
    return bin.owner().start() + bin.ordinal() * (bin.owner().binSeconds() * Times.SECOND);
  }

  private static Sheet<CaseReport> verdict() {
    return Sheet.<CaseReport>of("verdict", "were we hit? one row", j -> List.of(j.report()))
        .with("hit", TEXT, "yes, attempted, no or cannot-tell", r -> r.verdict().hit().id())
        .with("text", TEXT, "one or two sentences", r -> r.verdict().text())
        .with("since", TIME, "UTC", r -> r.verdict().since())
        .with("fetch_next", TEXTS, "logs that would answer", r -> r.verdict().fetchNext());
  }

  private static Sheet<String> limits() {
    return Sheet.<String>of(
            "limits",
            "what this evidence cannot show, and which clocks were believed",
            j ->
                java.util.stream.Stream.concat(
                        j.report().clocks().stream(), j.report().limits().stream())
                    .toList())
        .with("text", TEXT, "a full sentence", t -> t);
  }
}

package postmortem.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Attribution;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Finding;
import postmortem.event.Address;
import postmortem.event.Outcome;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Slice;
import postmortem.event.SourceRef;
import postmortem.event.TextSpace;

/** Shows all records of a finding, in the order of time, some thousand at once. */
final class Showing {

  private static final int BATCH = 4096;

  private final Reading.Result read;
  private final Context context;
  private final Consumer<ShownRecord> to;
  private final List<Fact> batch = new ArrayList<>();

  private Showing(Reading.Result read, Context context, Consumer<ShownRecord> to) {
    this.read = read;
    this.context = context;
    this.to = to;
  }

  static void show(Reading.Result read, Whole whole, Finding finding, Consumer<ShownRecord> to)
      throws IOException {
    Showing showing = new Showing(read, whole.context(), to);
    Exhibits.forEach(finding, whole.facts(), whole.context(), showing::next);
    showing.flush();
  }

  private void next(Fact fact) {
    batch.add(fact);
    if (batch.size() == BATCH) {
      flush();
    }
  }

  private void flush() {
    SortedMap<SourceRef, String> texts =
        new RecordTexts(read.tree()).read(batch.stream().map(Fact::place).toList());
    for (Fact fact : batch) {
      to.accept(
          new ShownRecord(
              fact.time(),
              read.tree().files().get(fact.ledger()).path(),
              fact.record(),
              fact.offset(),
              id(fact.kind()),
              fields(fact),
              texts.getOrDefault(fact.place(), "")));
    }
    batch.clear();
  }

  private SortedMap<String, String> fields(Fact fact) {
    SortedMap<String, String> fields = new TreeMap<>();
    Address source = context.address(fact.source());
    put(fields, "source", source);
    put(fields, "account", context.account(fact.account()));
    put(fields, "server", context.stream(fact).server());
    put(fields, "service", fact.service().id());
    put(fields, "outcome", fact.outcome() == Outcome.UNKNOWN ? "" : id(fact.outcome()));
    put(fields, "reason", fact.reason() == Reason.NONE ? "" : fact.reason().id());
    put(fields, "helo", text(TextSpace.HELO, fact.helo()));
    put(fields, "domain", text(TextSpace.DOMAIN, fact.domain()));
    put(fields, "other-domain", text(TextSpace.DOMAIN, fact.otherDomain()));
    put(fields, "sender-domain", text(TextSpace.SENDER, fact.senderDomain()));
    if (fact.kind() == FactKind.ATTEMPT || fact.kind() == FactKind.LOGON) {
      put(fields, "mechanism", text(TextSpace.LABEL, fact.label()));
      put(fields, "address", address(fact.attribution()));
    } else {
      put(fields, "blocklist", text(TextSpace.LABEL, fact.label()));
    }
    if (fact.permission() != Permission.UNKNOWN) {
      put(fields, "permission", id(fact.permission()));
    }
    if (fact.count() > 1) {
      put(fields, "count", fact.count());
    }
    return fields;
  }

  private static String address(Attribution attribution) {
    return attribution == Attribution.LOGGED ? "" : id(attribution);
  }

  private @Nullable Slice text(TextSpace space, int id) {
    return context.names().text(space, id);
  }

  private static void put(SortedMap<String, String> fields, String name, @Nullable Object value) {
    String text = value == null ? "" : value.toString();
    if (!text.isEmpty()) {
      fields.put(name, text);
    }
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.Int2ObjectRBTreeMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.Threshold;
import postmortem.event.Address;
import postmortem.event.Times;

/** From where the accounts that are guessed at were used, and for how much mail. */
final class AccountUse {

  /** Pairs of account and source that are kept. */
  private static final int MOST_ROWS = 1 << 16;

  /** What happens later than this after the guessing has nothing to do with it. */
  private static final long AFTERWARDS = 30 * Times.DAY;

  /** A source with a smaller part of the busiest one's recipients does not send in bulk. */
  private static final double LEAST_SHARE = 0.1;

  private static final class Row {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long recipients;
    private int hour;
    private long inHour;
    long peakHour;

    void message(long time, int count) {
      if (Times.hour(time) != hour) {
        hour = Times.hour(time);
        inHour = 0;
      }
      inHour += count;
      recipients += count;
      peakHour = Math.max(peakHour, inHour);
    }
  }

  private final Context context;
  private final IntOpenHashSet guessed = new IntOpenHashSet();
  private boolean all;
  private int rows;
  private final Int2ObjectRBTreeMap<Int2ObjectRBTreeMap<Row>> uses = new Int2ObjectRBTreeMap<>();

  AccountUse(Context context, List<Dossier> dossiers) {
    this.context = context;
    for (Dossier d : dossiers) {
      guessed.addAll(d.campaign.accounts);
      all |= d.campaign.aimsAtAny() || d.campaign.accountsTried() == 0;
    }
  }

  void next(Fact fact, boolean success) {
    int account = fact.account();
    if (account == 0 || !all && !guessed.contains(account)) {
      return;
    }
    boolean message = fact.kind() == FactKind.MESSAGE;
    if (!message && !success) {
      return;
    }
    Row row = row(account, fact.source());
    if (row == null) {
      return;
    }
    if (message) {
      row.message(fact.time(), fact.count());
    } else {
      row.first = Math.min(row.first, fact.time());
      row.last = Math.max(row.last, fact.time());
    }
  }

  private @Nullable Row row(int account, int source) {
    Int2ObjectRBTreeMap<Row> own =
        uses.computeIfAbsent(account, a -> new Int2ObjectRBTreeMap<>());
    Row row = own.get(source);
    if (row == null && rows < MOST_ROWS) {
      row = new Row();
      own.put(source, row);
      rows++;
    }
    return row;
  }

  /** The accounts that were used. */
  IntOpenHashSet accounts() {
    return new IntOpenHashSet(uses.keySet());
  }

  /**
   * The use that looks like a thief's: from networks where the account was unknown until it was
   * guessed at, and in bulk; null where there is none.
   */
  @Nullable Takeover strange(int account, Dossier dossier) {
    Int2ObjectRBTreeMap<Row> own = uses.get(account);
    if (own == null) {
      return null;
    }
    long since = dossier.campaign.from();
    Set<Address> known = new HashSet<>();
    own.int2ObjectEntrySet()
        .forEach(
            e -> {
              if (e.getValue().first < since) {
                known.add(owner(e.getIntKey()));
              }
            });
    Takeover takeover =
        new Takeover(account, dossier, Takeover.Cause.STRANGE_BULK, context);
    long most = 0;
    for (var e : own.int2ObjectEntrySet()) {
      if (isStrange(e.getIntKey(), e.getValue(), dossier, known)) {
        most = Math.max(most, e.getValue().recipients);
      }
    }
    long peak = 0;
    for (var e : own.int2ObjectEntrySet()) {
      Row row = e.getValue();
      if (isStrange(e.getIntKey(), row, dossier, known) && row.recipients >= most * LEAST_SHARE) {
        takeover.sources.add(e.getIntKey());
        takeover.span(row.first, row.last);
        takeover.recipients += row.recipients;
        peak += row.peakHour;
      }
    }
    return most > 0 && peak >= context.threshold(Threshold.BULK_RECIPIENTS) ? takeover : null;
  }

  private boolean isStrange(int source, Row row, Dossier dossier, Set<Address> known) {
    return row.first != Long.MAX_VALUE
        && row.first >= dossier.campaign.from()
        && row.first <= dossier.campaign.to() + AFTERWARDS
        && !context.inside(source)
        && !known.contains(owner(source));
  }

  private Address owner(int source) {
    Address address = context.address(source);
    return address == null ? new Address(0, 0) : address.owner();
  }
}

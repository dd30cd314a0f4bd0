package postmortem.run;

import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Attribution;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.analysis.StreamInfo;
import postmortem.event.Address;
import postmortem.event.Names;
import postmortem.event.Permission;
import postmortem.event.Reason;
import postmortem.event.Slice;
import postmortem.event.TextSpace;
import postmortem.event.flat.Column;
import postmortem.event.flat.FlatRow;
import postmortem.event.flat.RowBuilder;

/** Completes rows with what is known when all was read: of their logs, and from other logs. */
final class RowFinish {

  private static final Slice ATTRIBUTED = Slice.of("attributed");
  private static final Slice AMBIGUOUS = Slice.of("ambiguous");
  private static final Slice UNATTRIBUTED = Slice.of("unattributed");
  private static final Slice OTHER_RECORD = Slice.of("other-record");

  /** What rows say of their stream. */
  private record Log(@Nullable Slice format, @Nullable Slice server, @Nullable Slice site) {
    Log(StreamInfo stream) {
      this(words(stream.format()), words(stream.server()), words(stream.site()));
    }

    private static @Nullable Slice words(String text) {
      return text.isEmpty() ? null : Slice.of(text);
    }
  }

  private final Context context;
  private final List<Log> logs;
  private final List<Slice> paths;

  RowFinish(Reading.Result read, Context context) {
    this.context = context;
    this.logs = context.streams().stream().map(Log::new).toList();
    this.paths = read.tree().files().stream().map(file -> Slice.of(file.path())).toList();
  }

  /**
   * @param fact what the join has left of the event; null where it was not asked
   */
  FlatRow of(FlatRow row, @Nullable Fact fact) {
    RowBuilder out = row.with();
    Log log = logs.get(row.stream());
    out.text(Column.FORMAT, log.format())
        .text(Column.SERVER, log.server())
        .text(Column.SITE, log.site())
        .text(Column.PATH, paths.get((int) row.number(Column.LEDGER)));
    Slice account = row.slice(Column.ACCOUNT_LOGGED);
    if (account != null) {
      out.words(Column.ACCOUNT, context.account(account));
    }
    if (fact != null) {
      join(row, fact, out);
    }
    return out.build();
  }

  private void join(FlatRow row, Fact fact, RowBuilder out) {
    if (row.slice(Column.ACCOUNT_LOGGED) == null && fact.account() > Names.OTHER) {
      out.words(Column.ACCOUNT, context.account(fact.account()));
    }
    if (fact.reason() != Reason.NONE) {
      out.word(Column.REASON, fact.reason());
    }
    if (fact.kind() == FactKind.MESSAGE) {
      out.word(
          Column.PERMISSION, fact.permission() == Permission.UNKNOWN ? null : fact.permission());
      return;
    }
    Address address = context.address(fact.source());
    boolean told = row.slice(Column.PEER_ADDRESS) == null && address != null;
    if (told) {
      out.address(Column.PEER_ADDRESS, address);
      Slice helo = context.names().text(TextSpace.HELO, fact.helo());
      if (helo != null) {
        out.text(Column.HELO, helo);
      }
    }
    out.text(Column.ADDRESS_BASIS, basis(fact.attribution(), told));
  }

  private static @Nullable Slice basis(Attribution attribution, boolean told) {
    return switch (attribution) {
      case LOGGED -> told ? OTHER_RECORD : null;
      case ATTRIBUTED -> ATTRIBUTED;
      case AMBIGUOUS -> AMBIGUOUS;
      case UNATTRIBUTED -> UNATTRIBUTED;
    };
  }
}

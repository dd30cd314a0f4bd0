package postmortem.incident;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import postmortem.analysis.Context;
import postmortem.analysis.Fact;
import postmortem.analysis.FactKind;
import postmortem.event.Names;

/** Shows each fact to the incidents that its source or its account has a part in. */
final class SceneSweep {

  static final Set<FactKind> KINDS =
      EnumSet.of(
          FactKind.ATTEMPT,
          FactKind.LOGON,
          FactKind.MESSAGE,
          FactKind.EMPTY_SESSION,
          FactKind.REFUSED_RECIPIENT,
          FactKind.NULL_SENDER,
          FactKind.DSN_SENT,
          FactKind.REMOTE_REFUSAL);

  private static final Set<FactKind> OUTGOING =
      EnumSet.of(FactKind.DSN_SENT, FactKind.REMOTE_REFUSAL);

  private record Part(Scene scene, AccountTally tally) {}

  private final Int2ObjectOpenHashMap<List<Scene>> bySource = new Int2ObjectOpenHashMap<>();
  private final Int2ObjectOpenHashMap<List<Part>> byAccount = new Int2ObjectOpenHashMap<>();
  private final MinuteSeries minutes;

  SceneSweep(List<Scene> scenes, MinuteSeries minutes, Context context) {
    this.minutes = minutes;
    Map<String, List<Part>> byName = new HashMap<>();
    for (Scene scene : scenes) {
      for (SourceTally tally : scene.sources()) {
        int id = context.names().address(tally.address());
        bySource.computeIfAbsent(id, i -> new ArrayList<>()).add(scene);
      }
      for (String name : scene.accountNames()) {
        AccountTally tally = scene.account(name);
        if (tally != null) {
          byName.computeIfAbsent(name, n -> new ArrayList<>()).add(new Part(scene, tally));
        }
      }
    }
    for (int id = Names.OTHER + 1; id < context.accounts().size(); id++) {
      List<Part> parts = byName.get(context.account(id));
      if (parts != null) {
        byAccount.put(id, parts);
      }
    }
  }

  void next(Fact fact) {
    minutes.next(fact);
    if (OUTGOING.contains(fact.kind())) {
      return;
    }
    List<Scene> scenes = bySource.get(fact.source());
    if (scenes != null) {
      for (Scene scene : scenes) {
        scene.fromSource(fact);
      }
    }
    List<Part> parts = byAccount.get(fact.account());
    if (parts != null) {
      for (Part part : parts) {
        part.scene.fromAccount(fact, part.tally);
      }
    }
  }
}

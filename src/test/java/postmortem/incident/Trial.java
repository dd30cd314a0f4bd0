package postmortem.incident;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import postmortem.analysis.Finding;
import postmortem.analysis.Telling;

/** What becomes of findings made by hand, with the evidence that they are of. */
final class Trial {

  private static final int SOURCES = 5;

  private final List<Finding> findings = new ArrayList<>();
  private final Telling telling;

  Trial(Telling telling, Draft... drafts) {
    this.telling = telling;
    Arrays.stream(drafts).map(Draft::finding).forEach(findings::add);
  }

  /** All that the package makes of it. */
  record Result(
      List<Finding> findings, List<Incident> incidents, Verdict verdict, List<String> limits) {

    /** Story, actions and verdict, as a reader would see them. */
    String text() {
      StringBuilder out = new StringBuilder();
      out.append(verdict.hit().id()).append(": ").append(verdict.text()).append('\n');
      for (Incident i : incidents) {
        out.append("== ").append(i.title());
        out.append(" [").append(i.severity().id());
        out.append(", succeeded ").append(i.succeeded().name().toLowerCase(Locale.ROOT));
        out.append(i.ongoing() ? ", ongoing]\n" : "]\n");
        i.story()
            .forEach(
                s ->
                    out.append(Phrases.time(s.time()).substring(5, 16))
                        .append(' ')
                        .append(s.text())
                        .append('\n'));
        i.actions()
            .forEach(
                a -> out.append("- ").append(a.what()).append(" | ").append(a.why()).append('\n'));
      }
      verdict.fetchNext().forEach(f -> out.append("fetch: ").append(f).append('\n'));
      return out.toString();
    }

    /** All of it: which findings are tied, what is told of them, and the tables. */
    String page() {
      StringBuilder out = new StringBuilder(text());
      for (Incident i : incidents) {
        out.append("== ").append(i.title()).append('\n');
        i.findings()
            .forEach(f -> out.append(f.type().id()).append(": ").append(f.title()).append('\n'));
        i.accounts().forEach(row -> out.append(row).append('\n'));
        i.sources().stream().limit(SOURCES).forEach(row -> out.append(row).append('\n'));
        out.append(i.sources().size()).append(" sources\n");
      }
      limits.forEach(l -> out.append("limit: ").append(l).append('\n'));
      return out.toString();
    }

    /** The types of each incident's findings. */
    List<String> groups() {
      return incidents.stream()
          .map(i -> String.join(" ", i.findings().stream().map(f -> f.type().id()).toList()))
          .toList();
    }
  }

  Result run() {
    return run(findings, Telling.Split.PLAIN);
  }

  private Result run(List<Finding> order, Telling.Split split) {
    Telling.Read whole = telling.read(split);
    try {
      List<Finding> all = Deductions.deduce(order, whole.context(), whole.facts()::forEach);
      Incidents.Tied tied = Incidents.tie(all, whole.context(), whole.facts()::forEach);
      return new Result(
          all,
          tied.incidents(),
          Verdicts.judge(tied.incidents(), all, whole.context(), List.of()),
          EvidenceLimits.of(all, whole.context(), List.of(), List.of()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The same findings in other orders, the same evidence shared out differently. */
  List<Result> shuffled() {
    List<Result> out = new ArrayList<>();
    for (int seed = 1; seed <= 6; seed++) {
      List<Finding> order = new ArrayList<>(findings);
      Collections.shuffle(order, new Random(seed));
      out.add(run(order, new Telling.Split(1 + seed % 3, seed, 1 << 20)));
    }
    return out;
  }
}

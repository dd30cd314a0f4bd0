package postmortem.incident;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import postmortem.analysis.Context;
import postmortem.analysis.Finding;
import postmortem.event.Slice;

/** Ties findings into incidents, and tells what happened and what to do. */
public final class Incidents {

  private Incidents() {}

  /**
   * The incidents of a case.
   *
   * @param incidents in total order: severity descending, start, id
   * @param byMinute series of their minutes, see {@link CaseReport#series()}
   */
  public record Tied(List<Incident> incidents, List<CaseReport.Series> byMinute) {
    public Tied {
      incidents = List.copyOf(incidents);
      byMinute = List.copyOf(byMinute);
    }
  }

  /**
   * Ties findings by shared sources, accounts and causes.
   *
   * @param findings as {@link Deductions#deduce} leaves them, in any order
   * @param facts read once more, if there is any incident, for its tables and its minutes
   */
  public static Tied tie(List<Finding> findings, Context context, FactSource facts)
      throws IOException {
    List<Scene> scenes = new ArrayList<>();
    Ties.groups(findings, context).forEach(group -> scenes.add(new Scene(group, context)));
    if (scenes.isEmpty()) {
      return new Tied(List.of(), List.of());
    }
    scenes.sort(
        Comparator.comparing(Measure::severity)
            .reversed()
            .thenComparingLong(Scene::start)
            .thenComparing(Incidents::id));
    MinuteSeries minutes = new MinuteSeries(scenes, context);
    SceneSweep sweep = new SceneSweep(scenes, minutes, context);
    facts.forEach(SceneSweep.KINDS, sweep::next);
    return new Tied(scenes.stream().map(Incidents::incident).toList(), minutes.series());
  }

  private static Incident incident(Scene scene) {
    return new Incident(
        id(scene),
        Titles.of(scene),
        Measure.severity(scene),
        Measure.confidence(scene),
        scene.start(),
        scene.end(),
        Measure.ongoing(scene),
        Measure.succeeded(scene),
        scene.findings(),
        scene.sourceRows(),
        scene.accountRows(),
        Told.story(scene),
        Actions.of(scene));
  }

  /** Of the first finding, whose id is of its content: what is added later does not change it. */
  private static String id(Scene scene) {
    Slice first = Slice.of(scene.findings().get(0).id());
    return "incident-" + HexFormat.of().toHexDigits(first.hash64()).substring(0, 10);
  }
}

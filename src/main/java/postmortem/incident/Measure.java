package postmortem.incident;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import postmortem.analysis.Finding;
import postmortem.analysis.FindingType;
import postmortem.analysis.Severity;
import postmortem.event.Times;

/** How bad an incident is, how sure it is, and whether it succeeded. */
final class Measure {

  /** No more is sure where attack is all that the evidence holds (detection-methods.md, 3). */
  private static final double WITHOUT_BASELINE = 0.7;

  private Measure() {}

  static Severity severity(Scene scene) {
    return scene.findings().stream()
        .map(Finding::severity)
        .max(Severity::compareTo)
        .orElse(Severity.INFO);
  }

  /**
   * Low: one method. Medium: two logs, or two methods. High: guessing, success and sending, or an
   * open relay that was seen to work. Within that, as sure as the surest finding.
   */
  static double confidence(Scene scene) {
    double surest =
        scene.findings().stream()
            .filter(f -> Role.of(f) != Role.EVIDENCE)
            .mapToDouble(Finding::confidence)
            .max()
            .orElse(0.5);
    boolean chain =
        (scene.has(Role.GUESSING) || scene.has(Role.SUSPICION))
            && scene.has(FindingType.COMPROMISE)
            && scene.has(Role.ABUSE);
    double value =
        chain || scene.has(FindingType.OPEN_RELAY)
            ? clamp(surest, 0.8, 0.99)
            : methods(scene) > 1 || formats(scene) > 1
                ? clamp(surest, 0.5, 0.79)
                : clamp(surest, 0, 0.49);
    boolean baseless = scene.findings().stream().allMatch(f -> Metric.flag(f, "absoluteFloors"));
    return baseless ? Math.min(value, WITHOUT_BASELINE) : value;
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  private static int methods(Scene scene) {
    Set<FindingType> types = EnumSet.noneOf(FindingType.class);
    scene.findings().stream()
        .filter(f -> Role.of(f) != Role.EVIDENCE)
        .forEach(f -> types.add(f.type()));
    return types.size();
  }

  private static int formats(Scene scene) {
    Set<String> formats = new HashSet<>();
    for (Finding f : scene.findings()) {
      if (Role.of(f) != Role.EVIDENCE) {
        f.selector().streams().forEach(s -> formats.add(scene.context().streams().get(s).format()));
      }
    }
    return formats.size();
  }

  static Incident.Succeeded succeeded(Scene scene) {
    if (scene.has(FindingType.COMPROMISE) || scene.has(Role.ABUSE)) {
      return Incident.Succeeded.YES;
    }
    return cannotTell(scene) ? Incident.Succeeded.UNKNOWN : Incident.Succeeded.NO;
  }

  private static boolean cannotTell(Scene scene) {
    List<Finding> findings = scene.findings();
    boolean guessing = scene.has(Role.GUESSING) || scene.has(Role.SUSPICION);
    boolean blind =
        findings.stream()
            .filter(f -> f.type() == FindingType.SUSPECTED)
            .anyMatch(f -> !authShown(f, scene));
    boolean holes =
        guessing
            && findings.stream()
                .filter(f -> f.type() == FindingType.GAP)
                .anyMatch(f -> f.end() >= scene.start());
    boolean onlyCleared = findings.stream().allMatch(f -> Role.of(f) == Role.EVIDENCE);
    boolean unexplained =
        !guessing
            && findings.stream()
                .allMatch(
                    f ->
                        f.type() == FindingType.NDR_SPIKE
                            || f.type() == FindingType.REPUTATION_BLOCKED
                            || Role.of(f) == Role.EVIDENCE);
    return blind || holes || onlyCleared || unexplained;
  }

  /** Does any log that shows AUTH cover the time of a suspicion? */
  private static boolean authShown(Finding suspicion, Scene scene) {
    int first = Times.hour(suspicion.start());
    int last = Times.hour(suspicion.end());
    return scene.context().streams().stream()
        .filter(s -> s.showsAuth())
        .anyMatch(
            s ->
                scene.context().coverage().covers(s.id(), first)
                    && scene.context().coverage().covers(s.id(), last));
  }

  /** Does it go on when the evidence ends? */
  static boolean ongoing(Scene scene) {
    return scene.findings().stream()
        .filter(f -> Role.of(f) != Role.EVIDENCE)
        .anyMatch(f -> f.endOpen() && f.end() >= scene.end() - 10 * Times.MINUTE);
  }
}

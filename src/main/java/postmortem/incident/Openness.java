package postmortem.incident;

import postmortem.analysis.Finding;

/** Is the true start of an incident unknown, because the evidence begins with it? */
final class Openness {

  private Openness() {}

  static boolean start(Incident incident) {
    return incident.findings().stream()
        .anyMatch(f -> f.startOpen() && f.start() <= incident.start());
  }

  static boolean anyStart(Iterable<Incident> incidents) {
    for (Incident incident : incidents) {
      if (start(incident)) {
        return true;
      }
    }
    return false;
  }

  /** Does the evidence end while something of it goes on? */
  static boolean end(Incident incident) {
    return incident.findings().stream().anyMatch(Finding::endOpen) && incident.ongoing();
  }
}

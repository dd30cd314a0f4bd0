package postmortem.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;

/** The actions of all incidents, the same one said once. */
final class Tasks {

  static final String NONE = "Nothing in this evidence calls for an action.";

  private Tasks() {}

  /**
   * Something to do.
   *
   * @param incidents their numbers, from 1
   */
  record Task(String what, String why, List<Integer> incidents) {

    /** {@code incidents 1, 3}. */
    String places() {
      return (incidents.size() == 1 ? "incident " : "incidents ")
          + String.join(", ", incidents.stream().map(String::valueOf).toList());
    }
  }

  /** In the order in which to do it. */
  static List<Task> of(CaseReport report) {
    Map<String, Task> tasks = new LinkedHashMap<>();
    int number = 1;
    for (Incident incident : report.incidents()) {
      for (Incident.Action action : incident.actions()) {
        Task task =
            tasks.computeIfAbsent(
                action.what(), what -> new Task(what, action.why(), new ArrayList<>()));
        if (!task.incidents.contains(number)) {
          task.incidents.add(number);
        }
      }
      number++;
    }
    return List.copyOf(tasks.values());
  }
}

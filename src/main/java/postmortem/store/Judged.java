package postmortem.store;

import java.util.Map;
import java.util.function.Function;
import postmortem.incident.CaseReport;

/**
 * What was found, on its way into the case.
 *
 * @param json how the report writes metrics and thresholds
 */
record Judged(CaseReport report, Function<Map<String, ?>, String> json) {}

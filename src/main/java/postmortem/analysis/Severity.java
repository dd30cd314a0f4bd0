package postmortem.analysis;

import java.util.Locale;

/** How bad a finding is, if it is true. */
public enum Severity {
  INFO,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The name in reports: {@code high}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}

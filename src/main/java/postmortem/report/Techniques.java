package postmortem.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of MITRE ATT&amp;CK techniques (Enterprise, report-conventions.md, 2). */
final class Techniques {

  /** The version that ids and names are of. */
  static final String VERSION = "v16";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("T1070.001", "Indicator Removal: Clear Windows Event Logs"),
          Map.entry("T1078", "Valid Accounts"),
          Map.entry("T1078.001", "Valid Accounts: Default Accounts"),
          Map.entry("T1078.002", "Valid Accounts: Domain Accounts"),
          Map.entry("T1078.003", "Valid Accounts: Local Accounts"),
          Map.entry("T1110", "Brute Force"),
          Map.entry("T1110.001", "Brute Force: Password Guessing"),
          Map.entry("T1110.003", "Brute Force: Password Spraying"),
          Map.entry("T1110.004", "Brute Force: Credential Stuffing"),
          Map.entry("T1496", "Resource Hijacking"),
          Map.entry("T1496.002", "Resource Hijacking: Bandwidth Hijacking"),
          Map.entry("T1499", "Endpoint Denial of Service"),
          Map.entry("T1499.002", "Endpoint Denial of Service: Service Exhaustion Flood"),
          Map.entry("T1534", "Internal Spearphishing"),
          Map.entry("T1566", "Phishing"),
          Map.entry("T1586.002", "Compromise Accounts: Email Accounts"),
          Map.entry("T1589.002", "Gather Victim Identity Information: Email Addresses"),
          Map.entry("T1595", "Active Scanning"),
          Map.entry("T1595.002", "Active Scanning: Vulnerability Scanning"));

  private Techniques() {}

  /** The name of a technique, or null. */
  static @Nullable String name(String id) {
    return NAMES.get(id);
  }
}

package postmortem.report;

import java.util.Set;
import java.util.TreeSet;
import postmortem.incident.CaseReport;
import postmortem.incident.Incident;

/**
 * The accounts of a report whose names look like those of hosts or are mail addresses. In sentences
 * they stand as code: nobody can click on them, and they can be copied as they are.
 */
final class AccountNames {

  static final AccountNames NONE = new AccountNames(Set.of());

  /** What may stand behind a name in a sentence, or before it. */
  private static final String AROUND = ".,;:!?()'\"";

  private final Set<String> names;

  private AccountNames(Set<String> names) {
    this.names = names;
  }

  static AccountNames of(CaseReport report) {
    Set<String> names = new TreeSet<>();
    report.findings().forEach(finding -> names.addAll(finding.accounts()));
    for (Incident incident : report.incidents()) {
      incident.accounts().forEach(row -> names.add(row.account()));
    }
    // a pipe would end the cell of a table
    names.removeIf(name -> name.indexOf('|') >= 0 || Links.marks(name, true) == null);
    return new AccountNames(names);
  }

  /** Where the name that begins here ends; the same place where none does. */
  int end(String text, int from) {
    if (names.isEmpty() || from > 0 && !isAround(text.charAt(from - 1))) {
      return from;
    }
    int end = text.indexOf(' ', from);
    end = end < 0 ? text.length() : end;
    while (end > from && !names.contains(text.substring(from, end))) {
      if (!isAround(text.charAt(end - 1))) {
        return from;
      }
      end--;
    }
    return end;
  }

  private static boolean isAround(char c) {
    return c == ' ' || AROUND.indexOf(c) >= 0;
  }

  /** A sentence as {@link MarkdownText#prose(String)} writes it, with these names as code. */
  String prose(String text) {
    return MarkdownText.prose(text, MarkdownText.SENTENCE, this);
  }
}

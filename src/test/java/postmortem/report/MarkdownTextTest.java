package postmortem.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "203.0.113.66 tried 3 passwords; 203.0.113.66 tried 3 passwords",
        "0.1.0-SNAPSHOT; 0.1.0-SNAPSHOT",
        "1. a list; 1\\. a list",
        "1) a list; 1\\) a list",
        "2003. ; 2003\\.",
        "named zen.spamhaus.org.; named zen[.]spamhaus[.]org.",
        "see http://evil.example/x; see hxxp://evil[.]example/x",
      })
  void proseHasNoMarkupOfItsOwn(String text, String markdown) {
    assertEquals(markdown, MarkdownText.prose(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Account m.brandt guessed. ~ Account `m.brandt` guessed.",
        "Accounts a.b@example.org, m.brandt and x ~ Accounts `a.b@example.org`, `m.brandt` and x",
        "sent as m.brandt. ~ sent as `m.brandt`.",
        "m.brandt's mailbox ~ m[.]brandt's mailbox",
        "m.brandt.example is no account ~ m[.]brandt[.]example is no account",
        "xm.brandt is none ~ xm[.]brandt is none",
        "of the account admin ~ of the account admin",
        "a name with a|pipe.example ~ a name with a&#124;pipe[.]example",
      })
  void accountsCanBeCopied(String text, String markdown) {
    AccountNames names =
        AccountNames.of(
            Reports.withAccounts("m.brandt", "a.b@example.org", "admin", "a|pipe.example"));
    assertEquals(markdown, names.prose(text));
  }
}

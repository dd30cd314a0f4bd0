package blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell as somebody at a terminal sees it. */
final class ShellInTerminalIT {

  private static final String PROMPT = "mail>";
  private static final String ENDLESS =
      "SELECT count(*) FROM range(100000000) a, range(100000) b WHERE (a.range * b.range) % 7 = 3;";

  @TempDir private static Path made;
  @TempDir private Path home;
  private TerminalSession terminal;

  @BeforeAll
  static void ingest() throws IOException, InterruptedException {
    Launcher.Result run =
        Launcher.in(made)
            .run(
                "ingest",
                Launcher.home().resolve("testdata/case/relayed-2010/evidence").toString(),
                "--case",
                "mail.case");
    assertEquals(0, run.status(), run.err());
  }

  @AfterEach
  void stop() {
    if (terminal != null) {
      terminal.close();
    }
  }

  private TerminalSession start(String... settings) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "JAVA_HOME=" + System.getProperty("java.home"),
                "HOME=" + home,
                "XDG_STATE_HOME=" + home.resolve("state"),
                "XDG_CONFIG_HOME=" + home.resolve("config")));
    command.addAll(List.of(settings));
    command.add(Launcher.home().resolve("postmortem").toString());
    command.addAll(List.of("shell", made.resolve("mail.case").toString()));
    terminal = TerminalSession.start(home, 100, 30, command);
    terminal.awaitText(PROMPT);
    return terminal;
  }

  @Test
  void namesAndValuesAreCompleted() throws Exception {
    start().type("sele").press("Tab").awaitText("mail> select");
    terminal.type("account from au").press("Tab").awaitText("audit   auth");
    terminal.type("th where account = 'm.b").press("Tab").awaitText("account = 'm.brandt'");
    terminal.type("limit 1;").press("Enter").awaitText("account\n--------\nm.brandt\n");
    terminal.type(".finding relay").press("Tab").awaitText(".finding relay.authenticated-spam-d8");
  }

  @Test
  void whatIsTypedHasColours() throws Exception {
    start().type("SELECT 'text', 12 FROM auth -- why").awaitText("-- why");
    String screen = terminal.colours();
    assertTrue(screen.contains("\u001b[1m\u001b[34mSELECT"), screen);
    assertTrue(screen.contains("\u001b[32m'text'"), screen);
    assertTrue(screen.contains("\u001b[36m12"), screen);
    terminal.close();
    start("NO_COLOR=1").type("SELECT 'text'").awaitText("'text'");
    assertFalse(terminal.colours().contains("\u001b[32m"), terminal.colours());
  }

  @Test
  void aStatementMayHaveSeveralLinesAndFaultsHaveTheirPlace() throws Exception {
    start().type("SELECT 1 AS one,").press("Enter").awaitText("   ->");
    terminal.type("  acount FROM auth;").press("Enter");
    terminal.awaitText("  line 2:   acount FROM auth\n            ^^^^^^\n");
    terminal.press("Up").awaitText("   ->   acount FROM auth;");
    // the statement comes back as a whole, and can be changed
    for (int i = 0; i < "acount FROM auth;".length(); i++) {
      terminal.press("BSpace");
    }
    terminal.type("2 AS two;").press("Enter").awaitText("one  two\n---  ---\n  1    2\n");
  }

  @Test
  void theHistoryIsSearchedAndKept() throws Exception {
    start().type("SELECT 'needle' AS found;").press("Enter").awaitText("found\n------\nneedle");
    terminal.type("SELECT 2 AS hay;").press("Enter").awaitText("hay\n---\n  2");
    terminal.press("C-r").type("need").awaitText("SELECT 'needle' AS found;");
    terminal.press("Enter").await("finds it twice", s -> s.split("\nneedle\n", -1).length == 3);
    terminal.type(".quit").press("Enter");
    terminal.close();
    assertTrue(Files.readString(home.resolve("state/postmortem/history")).contains("'needle'"));
    start().press("C-r").type("need").awaitText("SELECT 'needle' AS found;");
  }

  @Test
  void controlCEndsTheQuestionAndNotTheShell() throws Exception {
    start().type(ENDLESS).press("Enter").awaitText("= 3;");
    Thread.sleep(500);
    terminal.press("C-c").awaitText("error: cancelled");
    terminal.type("SELECT 7 AS still;").press("Enter").awaitText("still\n-----\n    7\n");
    terminal.type("half a line").awaitText("half a line");
    terminal.press("C-c").type("SELECT 8 AS here;").press("Enter").awaitText("here\n----\n   8\n");
    terminal.press("C-d");
    for (int i = 0; i < 200 && !terminal.hasEnded(); i++) {
      Thread.sleep(50);
    }
    assertTrue(terminal.hasEnded());
  }

  @Test
  void longAnswersAreShownByPages() throws Exception {
    start().type("SELECT range AS n FROM range(500) ORDER BY n;").press("Enter");
    terminal.await("shows a page", s -> s.contains("\n 26\n") && !s.contains("\n 27\n"));
    terminal.press("Space").awaitText("\n 40\n");
    terminal.type("/444").press("Enter").awaitText("444\n445\n");
    terminal.type("q").awaitText("(500 rows)");
    terminal.type("SELECT 1 AS one;").press("Enter").awaitText("one\n---\n  1\n");
  }

  @Test
  void whatIsTooWideIsShownByLines() throws Exception {
    String ask =
        "SELECT time, account, outcome, helo, path FROM auth WHERE account = 'd.pohl' LIMIT 1;";
    start().resize(160, 30).type(ask).press("Enter").awaitText("(1 row)\nmail>");
    assertTrue(terminal.screen().contains("time                      account"), terminal.screen());
    terminal.resize(60, 30).press("C-l").await("is empty", s -> s.startsWith("mail>"));
    terminal.type(ask).press("Enter").awaitText("account: d.pohl");
  }

  @Test
  void aDumbTerminalAndAHomeThatCannotBeWrittenWillDo() throws Exception {
    start("TERM=dumb", "XDG_STATE_HOME=/dev/null/x", "XDG_CONFIG_HOME=/dev/null/x")
        .type("SELECT 1 AS one;")
        .press("Enter")
        .awaitText("one\n---\n  1\n");
    terminal.type(".save mine").press("Enter").awaitText("cannot be written to");
    terminal.type(".chart bars SELECT 'a', 3").press("Enter").awaitText("a 3 ####");
    assertFalse(terminal.colours().contains("\u001b["), terminal.colours());
  }
}

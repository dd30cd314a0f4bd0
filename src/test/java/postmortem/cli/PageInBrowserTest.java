package postmortem.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import postmortem.testing.Browser;

/** {@code report.html} as a browser shows it. */
final class PageInBrowserTest {

  private static final String CASE = "case/relayed-2010/evidence";
  private static final String HOSTILE = "hostile/logs";
  private static final String NO_SCROLL =
      "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
  private static final String BACKGROUND = "getComputedStyle(document.body).backgroundColor";

  // the browser may still write into its profile while the folder is deleted
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path folder;

  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(folder.resolve("profile"));
    for (String evidence : List.of(CASE, HOSTILE)) {
      Captured run =
          Captured.run(
              "analyze",
              Path.of("testdata", evidence).toString(),
              "--output",
              folder.resolve(evidence).toString());
      assertEquals(0, run.status(), run.toString());
    }
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void load(String evidence, int width, int height, boolean dark) {
    browser.screen(width, height, dark);
    browser.load(page(evidence));
  }

  private static Path page(String evidence) {
    return folder.resolve(evidence).resolve("report.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {CASE, HOSTILE})
  void complainsOfNothingAndAsksForNothing(String evidence) {
    load(evidence, 1280, 800, false);

    assertTrue(browser.value("document.querySelectorAll('.chart').length").asInt() > 0);
    assertEquals(
        browser.value("document.querySelectorAll('.chart').length").asInt(),
        browser.value("document.querySelectorAll('.drawn canvas').length").asInt());
    browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertEquals(List.of(), browser.complaints());
    assertEquals(List.of(page(evidence).toAbsolutePath().toUri().toString()), browser.requests());
  }

  @ParameterizedTest
  @ValueSource(strings = {CASE, HOSTILE})
  void fitsOnAPhone(String evidence) {
    load(evidence, 390, 844, false);

    browser.value("document.querySelectorAll('details').forEach(d => d.open = true)");
    assertTrue(browser.value(NO_SCROLL).asBoolean(), "the page scrolls sideways");
  }

  @Test
  void theFirstScreenHasTheAnswers() {
    load(CASE, 1280, 800, false);

    double bottom =
        browser.value("document.querySelector('.first').getBoundingClientRect().bottom").asDouble();
    assertTrue(bottom <= 800, "it ends at " + bottom);
    String text = browser.value("document.querySelector('.first').innerText").asString();
    for (String answer :
        List.of(
            "Yes: the server was hit.",
            "m.brandt since 2010-11-17 23:22 UTC",
            "110 messages to 1,320 recipients",
            "2010-11-18 03:05 to 05:20 UTC",
            "Freeze the outgoing queue on EX01.",
            "The Security event log of EX01",
            "Times are as logged")) {
      assertTrue(text.contains(answer), answer + " is not in:\n" + text);
    }
  }

  @Test
  void isDarkForThoseWhoLikeItDark() {
    load(CASE, 1280, 800, false);
    String light = browser.value(BACKGROUND).asString();
    load(CASE, 1280, 800, true);

    assertNotEquals(light, browser.value(BACKGROUND).asString());
    assertEquals(List.of(), browser.complaints());
  }

  /** Each text must stand out from what is behind it: 4.5 to 1, as WCAG 2 wants (AA). */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void canBeReadByWeakEyes(boolean dark) {
    load(CASE, 1280, 800, dark);

    String weak =
        """
        (() => {
          const parse = c => c.match(/[\\d.]+/g).map(Number);
          const light = c => parse(c).slice(0, 3).map(v => v / 255)
              .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
              .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = e => {
            for (; e; e = e.parentElement) {
              const c = parse(getComputedStyle(e).backgroundColor);
              if (c.length < 4 || c[3] === 1) return getComputedStyle(e).backgroundColor;
            }
            return 'rgb(255, 255, 255)';
          };
          const weak = new Set();
          for (const e of document.querySelectorAll('main *, header *')) {
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
            if (e.closest('svg') || !e.getClientRects().length) continue;
            const a = light(getComputedStyle(e).color), b = light(behind(e));
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) weak.add(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
          }
          return [...weak].join('; ');
        })()
        """;
    assertEquals("", browser.value(weak).asString());
  }

  @Test
  void showsChartsWithoutScripts() {
    browser.scripts(false);
    try {
      load(CASE, 1280, 800, false);
      assertEquals(List.of(), browser.complaints());
    } finally {
      browser.scripts(true);
    }
    // what the page holds, before any script has run: drawings that are to be seen
    assertEquals(0, browser.value("document.querySelectorAll('.drawn').length").asInt());
    assertTrue(
        browser.value("document.querySelector('.drawing').getBoundingClientRect().height").asInt()
            > 100);
  }

  @Test
  void linksOfStoriesLeadToTheProof() {
    load(CASE, 1280, 800, false);

    assertTrue(browser.value("document.querySelectorAll('.timeline a').length").asInt() > 3);
    assertEquals(
        0,
        browser
            .value(
                "[...document.querySelectorAll('a[href^=\"#\"]')].filter("
                    + "a => !document.getElementById(a.getAttribute('href').slice(1))).length")
            .asInt());
  }
}

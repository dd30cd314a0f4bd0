package postmortem.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of the report that is not yet Markdown or HTML: words of ours, sentences that hold what
 * stems from evidence, and names and records, which stand verbatim. Each form of the report escapes
 * it in its own way.
 */
final class Phrase {

  private enum Kind {
    OURS,
    STRONG,
    PROSE,
    NAME,
    RECORD
  }

  /**
   * A piece of a phrase as a page shows it.
   *
   * @param text with hidden characters and links made visible and dead, not yet escaped
   * @param code is it a name or a record?
   */
  record Span(String text, boolean code, boolean strong) {}

  private record Run(Kind kind, String text, AccountNames accounts) {}

  private final List<Run> runs = new ArrayList<>();
  private boolean number;

  private Phrase() {}

  /** Words of ours, without any that stem from evidence. */
  static Phrase of(String ours) {
    return new Phrase().and(ours);
  }

  static Phrase number(long n) {
    Phrase phrase = of(String.valueOf(n));
    phrase.number = true;
    return phrase;
  }

  static Phrase name(String name) {
    return new Phrase().andName(name);
  }

  static Phrase prose(String text, AccountNames accounts) {
    return new Phrase().andProse(text, accounts);
  }

  static Phrase join(String separator, Collection<Phrase> phrases) {
    Phrase all = new Phrase();
    for (Phrase phrase : phrases) {
      if (!all.runs.isEmpty()) {
        all.and(separator);
      }
      all.and(phrase);
    }
    return all;
  }

  Phrase and(String ours) {
    return run(Kind.OURS, ours, AccountNames.NONE);
  }

  Phrase and(Phrase other) {
    runs.addAll(other.runs);
    return this;
  }

  Phrase andStrong(String ours) {
    return run(Kind.STRONG, ours, AccountNames.NONE);
  }

  Phrase andName(String name) {
    return run(Kind.NAME, name, AccountNames.NONE);
  }

  Phrase andRecord(@Nullable String text) {
    return text == null ? and("(text not kept)") : run(Kind.RECORD, text, AccountNames.NONE);
  }

  Phrase andProse(String text, AccountNames accounts) {
    return run(Kind.PROSE, text, accounts);
  }

  private Phrase run(Kind kind, String text, AccountNames accounts) {
    if (!text.isEmpty() || kind == Kind.NAME) {
      runs.add(new Run(kind, text, accounts));
    }
    return this;
  }

  boolean isNumber() {
    return number;
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  /** As Markdown, also fit for the cell of a table, but for records. */
  String markdown() {
    StringBuilder out = new StringBuilder();
    for (Run run : runs) {
      out.append(
          switch (run.kind) {
            case OURS -> run.text.replace("&", "&amp;");
            case STRONG -> "**" + run.text.replace("&", "&amp;") + "**";
            case PROSE -> run.accounts.prose(run.text);
            case NAME -> MarkdownText.cell(run.text);
            case RECORD -> MarkdownText.code(run.text, MarkdownText.RECORD);
          });
    }
    return out.toString();
  }

  /** As pieces of a page. */
  List<Span> spans() {
    List<Span> out = new ArrayList<>();
    for (Run run : runs) {
      switch (run.kind) {
        case OURS -> out.add(new Span(run.text, false, false));
        case STRONG -> out.add(new Span(run.text, false, true));
        case PROSE -> prose(run, out);
        case NAME -> out.add(verbatim(run.text, MarkdownText.NAME));
        case RECORD -> out.add(verbatim(run.text, MarkdownText.RECORD));
      }
    }
    return out;
  }

  private static Span verbatim(String text, int max) {
    String shown = VisibleText.of(VisibleText.cut(text, max)) + VisibleText.cutNote(text, max);
    return new Span(shown.isEmpty() ? "(empty)" : shown, true, false);
  }

  private static void prose(Run run, List<Span> out) {
    String cut = VisibleText.cut(run.text, MarkdownText.SENTENCE);
    byte @Nullable [] marks = Links.marks(cut, true);
    StringBuilder text = new StringBuilder(cut.length() + 16);
    int at = 0;
    while (at < cut.length()) {
      int name = run.accounts.end(cut, at);
      if (name > at) {
        out.add(new Span(text.toString(), false, false));
        text.setLength(0);
        out.add(verbatim(cut.substring(at, name), MarkdownText.NAME));
        at = name;
        continue;
      }
      int c = cut.codePointAt(at);
      if (!Links.append(cut, at, marks, text)) {
        VisibleText.append(c, text);
      }
      at += Character.charCount(c);
    }
    text.append(VisibleText.cutNote(run.text, MarkdownText.SENTENCE));
    out.add(new Span(text.toString(), false, false));
  }

  /** The plain text, for titles and labels, which hold no mark-up. */
  String plain() {
    StringBuilder out = new StringBuilder();
    spans().forEach(span -> out.append(span.text));
    return out.toString();
  }
}

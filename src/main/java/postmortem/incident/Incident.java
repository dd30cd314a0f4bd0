package postmortem.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;
import postmortem.analysis.Finding;
import postmortem.analysis.Severity;
import postmortem.event.Address;

/**
 * Findings tied together: one actor, one victim, one story.
 *
 * @param id derived from its findings
 * @param start nanoseconds since 1970 UTC
 * @param ongoing did it go on when the evidence ends?
 * @param succeeded did the attacker get what he wanted?
 * @param findings in order of time
 */
public record Incident(
    String id,
    String title,
    Severity severity,
    double confidence,
    long start,
    long end,
    boolean ongoing,
    Succeeded succeeded,
    List<Finding> findings,
    List<SourceRow> sources,
    List<AccountRow> accounts,
    List<StoryLine> story,
    List<Action> actions) {

  public Incident {
    findings = List.copyOf(findings);
    sources = List.copyOf(sources);
    accounts = List.copyOf(accounts);
    story = List.copyOf(story);
    actions = List.copyOf(actions);
  }

  /** Is its true start unknown, because the evidence begins with it? */
  public boolean startOpen() {
    return findings.stream().anyMatch(f -> f.startOpen() && f.start() <= start);
  }

  /** Did the attacker get what he wanted? */
  public enum Succeeded {
    YES,
    NO,
    UNKNOWN
  }

  /** The stages of an attack, in their usual order. */
  public enum Stage {
    PROBING,
    GUESSING,
    SUCCESS,
    ABUSE,
    FALLOUT
  }

  /**
   * What one address did.
   *
   * @param rejected AUTH attempts that were rejected
   * @param accepted AUTH attempts that were accepted
   * @param messages that it sent through us
   * @param first nanoseconds since 1970 UTC
   * @param helo names that it gave, a few
   */
  public record SourceRow(
      Address address,
      long sessions,
      long rejected,
      long accepted,
      long messages,
      long recipients,
      long first,
      long last,
      List<String> helo) {}

  /**
   * What happened to one account.
   *
   * @param exists null where no log tells
   * @param attempts that were rejected
   * @param firstSuccess of the attacker; null where there was none
   * @param successFrom the address of that, or null
   * @param privileged null where no log tells
   */
  public record AccountRow(
      String account,
      @Nullable Boolean exists,
      long attempts,
      long first,
      long last,
      @Nullable Long firstSuccess,
      @Nullable Address successFrom,
      @Nullable Boolean privileged,
      long messages,
      long recipients) {}

  /**
   * A line of the story.
   *
   * @param time nanoseconds since 1970 UTC
   * @param text a full sentence, without the time
   * @param finding id of the finding that says so
   */
  public record StoryLine(long time, Stage stage, String text, String finding) {}

  /**
   * Something to do; in the list in the order in which to do it.
   *
   * @param what imperative, one sentence
   * @param why one sentence
   * @param finding id of the finding that calls for it
   */
  public record Action(String what, String why, String finding) {}
}

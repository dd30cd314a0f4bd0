package postmortem.analysis.session;

import postmortem.event.Times;

/**
 * What the sessions of a stream have to be folded by.
 *
 * @param sessionIds the session keys are ids that the log gives, so that no two sessions share one;
 *     else they are made of address and HELO name, and a second HELO begins a second session
 * @param showsAuth the log records AUTH, so that a message without it is anonymous
 */
public record SessionRules(boolean sessionIds, boolean showsAuth) {

  /**
   * A session is over when it has been silent for so long: the service's ten minutes (iis-smtp.md,
   * 8) and what it takes to note the end.
   */
  static final long IDLE = 15 * Times.MINUTE;

  /** Records of a stream may stand in the wrong order by so much. */
  static final long DISORDER = 15 * Times.MINUTE;
}

package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.IntCollection;
import postmortem.analysis.Fact;

/** Failures that come one soon after the other, most of them from nobody knows where. */
sealed interface NamelessEpisode permits NamelessBout, NamelessSpray {

  /** A further failure of it. */
  void failure(Fact fact);

  /** Has it ended, if nothing happened up to this time? */
  boolean isOver(long time);

  /** When its first failure was that no address is known for. */
  long from();

  /** When its last one was. */
  long to();

  IntCollection accounts();

  /** Was the account guessed at, and not only mistyped? */
  boolean isGuessedAt(int account);
}

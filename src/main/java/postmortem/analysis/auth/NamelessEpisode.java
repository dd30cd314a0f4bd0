package postmortem.analysis.auth;

import it.unimi.dsi.fastutil.ints.IntCollection;

/** Failures that come one soon after the other, most of them from nobody knows where. */
sealed interface NamelessEpisode permits NamelessBout, NamelessSpray {

  /** When its first failure was that no address is known for. */
  long from();

  /** When its last one was. */
  long to();

  IntCollection accounts();

  /** Was the account guessed at, and not only mistyped? */
  boolean isGuessedAt(int account);
}

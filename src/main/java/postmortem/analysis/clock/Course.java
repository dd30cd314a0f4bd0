package postmortem.analysis.clock;

import java.util.Arrays;

/** The way through observations that each speak for some of a few states, with few changes. */
final class Course {

  private Course() {}

  /**
   * The states that leave the fewest observations out, where each change of state costs as much as
   * so many of them (the Viterbi algorithm).
   *
   * @param spoken the states that each observation speaks for: bit n for state n
   * @return the state at each observation; of equally good ways the one with the smaller states
   */
  static int[] through(int[] spoken, int states, int change) {
    int[] cost = new int[states];
    byte[][] from = new byte[spoken.length][states];
    for (int i = 0; i < spoken.length; i++) {
      int cheapest = cheapest(cost);
      int[] next = new int[states];
      for (int s = 0; s < states; s++) {
        boolean stays = cost[s] <= cost[cheapest] + change;
        from[i][s] = (byte) (stays ? s : cheapest);
        next[s] = (stays ? cost[s] : cost[cheapest] + change) + (1 - (spoken[i] >>> s & 1));
      }
      cost = next;
    }
    int[] course = new int[spoken.length];
    int state = cheapest(cost);
    for (int i = spoken.length - 1; i >= 0; i--) {
      course[i] = state;
      state = from[i][state];
    }
    return course;
  }

  private static int cheapest(int[] cost) {
    int least = Arrays.stream(cost).min().orElseThrow();
    int at = 0;
    while (cost[at] != least) {
      at++;
    }
    return at;
  }
}

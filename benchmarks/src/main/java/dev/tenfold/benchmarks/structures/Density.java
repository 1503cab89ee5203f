package dev.tenfold.benchmarks.structures;

import java.util.BitSet;
import java.util.Random;

/** How the members of a set of numbers lie among all the numbers that it could hold. */
public enum Density {
  /** Half of the numbers, at random: no bitmap can be smaller than a bit a number. */
  DENSE(0.5, 0.5),

  /** One number in a thousand, at random: most bits of a plain bitmap are wasted. */
  SPARSE(0.001, 0.999),

  /** A tenth of the numbers, in runs of a thousand on average, as row numbers after a sort. */
  CLUSTERED(1.0 / 9000, 1.0 / 1000);

  /** The numbers are those from 0 to this one, exclusive. */
  static final int UNIVERSE = 1 << 20;

  private final double enter;
  private final double leave;

  /**
   * @param enter the probability of a member behind a number that is none
   * @param leave that of no member behind one
   */
  Density(double enter, double leave) {
    this.enter = enter;
    this.leave = leave;
  }

  /** The members, in ascending order. */
  int[] members(long seed) {
    Random random = new Random(seed);
    BitSet members = new BitSet(UNIVERSE);
    boolean member = false;
    for (int number = 0; number < UNIVERSE; number++) {
      double drawn = random.nextDouble();
      member = member ? drawn >= leave : drawn < enter;
      members.set(number, member);
    }
    return members.stream().toArray();
  }
}

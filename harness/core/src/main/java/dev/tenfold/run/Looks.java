package dev.tenfold.run;

import java.util.List;

/**
 * After how many forks of a side it is looked whether they are enough, so that what is decided
 * early is not measured on.
 *
 * <p>Every look is a chance to be wrong. The error that is allowed is shared out among the looks
 * before the first of them, in proportion to the cube of their forks, so that all together make no
 * more than it (Bonferroni). Nearly all of it is kept for the last look, as O'Brien and Fleming do
 * (A Multiple Testing Procedure for Clinical Trials, 1979): few forks may agree with each other by
 * chance, and what is plain is seen with little error.
 *
 * @param at numbers of forks, ascending, each at least 1
 */
public record Looks(List<Integer> at) {
  /** One look, when all is measured. */
  public static final Looks ONCE = new Looks(List.of());

  public Looks {
    at = List.copyOf(at);
    int before = 0;
    for (int forks : at) {
      if (forks <= before) {
        throw new IllegalArgumentException("Looks ascend from 1: " + at);
      }
      before = forks;
    }
  }

  /** Of the allowed error, what the look at this many forks may use; 1 if that is the only look. */
  public double share(int forks) {
    if (at.size() < 2) {
      return 1;
    }
    // Before the first look nothing was looked at, and between two no more than at the earlier.
    int look = at.stream().filter(n -> n <= forks).reduce(at.get(0), (a, b) -> b);
    return weight(look) / at.stream().mapToDouble(Looks::weight).sum();
  }

  private static double weight(int forks) {
    return Math.pow(forks, 3);
  }

  /** The most forks that are ever taken. */
  public int most() {
    return at.isEmpty() ? 0 : at.get(at.size() - 1);
  }
}

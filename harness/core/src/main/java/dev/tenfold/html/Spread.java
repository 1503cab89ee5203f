package dev.tenfold.html;

import dev.tenfold.report.Figures;
import dev.tenfold.run.Conditions;
import dev.tenfold.stats.Quantiles;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How a number went over several forks.
 *
 * @param known what is known of it, ascending
 * @param unknown of how many forks it is not known
 */
record Spread(List<Double> known, int unknown) {
  Spread {
    known = known.stream().sorted().toList();
  }

  /** Of all forks of some legs. */
  static Spread of(List<Leg> legs, Function<Conditions, OptionalDouble> number) {
    List<Double> known =
        legs.stream()
            .flatMap(leg -> leg.conditions().stream())
            .map(number)
            .flatMapToDouble(OptionalDouble::stream)
            .boxed()
            .toList();
    return new Spread(known, legs.stream().mapToInt(Leg::size).sum() - known.size());
  }

  /** In words, as shares in per cent. */
  String shares() {
    return words(Figures::share);
  }

  /** In words, as seconds. */
  String seconds() {
    return words(seconds -> Figures.exact(Math.rint(seconds * 100) / 100) + " s");
  }

  private String words(Function<Double, String> word) {
    if (known.isEmpty()) {
      return "unknown";
    }
    String least = word.apply(known.get(0));
    String most = word.apply(known.get(known.size() - 1));
    String range =
        least.equals(most)
            ? least
            : "%s to %s, %s in the middle".formatted(least, most, word.apply(middle()));
    return unknown <= 0 ? range : range + ", unknown of " + unknown;
  }

  /** The largest number that is known; 0 if none is. */
  double most() {
    return known.isEmpty() ? 0 : known.get(known.size() - 1);
  }

  /** The median of what is known, which is not nothing. */
  double middle() {
    double[] sorted = known.stream().mapToDouble(Double::doubleValue).toArray();
    return Quantiles.ofSorted(sorted, 0.5);
  }
}

package dev.tenfold.report;

import dev.tenfold.compare.Scale;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.stats.Quantiles;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** How far the scores of a verdict are to be trusted, in a sentence. */
final class Trust {
  /** With fewer results nine of ten are all of them. */
  private static final int MANY = 10;

  private Trust() {}

  /** The sentence; empty where no score was compared as a ratio. */
  static Optional<String> of(List<Row> rows) {
    List<Evidence> scores =
        rows.stream()
            .flatMap(row -> row.finding().evidence().stream())
            .filter(each -> each.difference().metric().isScore())
            .filter(each -> each.difference().scale() == Scale.LOG_RATIO)
            .toList();
    if (scores.isEmpty()) {
      return Optional.empty();
    }
    double[] noise = sorted(scores, evidence -> evidence.interval().halfWidth());
    double[] seen = sorted(scores, evidence -> evidence.sight().smallestVisible());
    return Optional.of(
        scores.size() == 1
            ? "Noise: the score is known to within ± %s (95 %%); a true loss of %s would have been found with a chance of 80 %%."
                .formatted(Figures.share(noise[0]), Figures.share(seen[0]))
            : "Noise: half of the %s scores are known to within ± %s (95 %%), %s to within ± %s; a true loss of %s would have been found in half of them with a chance of 80 %%, one of %s in %s."
                .formatted(
                    scores.size(),
                    half(noise),
                    most(scores),
                    nine(noise),
                    half(seen),
                    nine(seen),
                    most(scores)));
  }

  private static double[] sorted(List<Evidence> scores, ToDoubleFunction<Evidence> of) {
    return scores.stream().mapToDouble(of).sorted().toArray();
  }

  private static String most(List<Evidence> scores) {
    return scores.size() < MANY ? "all" : "nine of ten";
  }

  private static String half(double[] sorted) {
    return Figures.share(Quantiles.ofSorted(sorted, 0.5));
  }

  private static String nine(double[] sorted) {
    return Figures.share(
        sorted.length < MANY ? sorted[sorted.length - 1] : Quantiles.ofSorted(sorted, 0.9));
  }
}

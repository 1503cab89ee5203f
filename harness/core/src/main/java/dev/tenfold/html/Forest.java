package dev.tenfold.html;

import dev.tenfold.compare.Scale;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.judge.Margins;
import dev.tenfold.judge.Policy;
import dev.tenfold.run.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The intervals of the findings under each other, on one axis: how many times worse, with the worse
 * to the right whichever way a metric gets better.
 *
 * @param bars the first findings that have a ratio, in the order of reading
 * @param axis logarithms of how many times worse
 * @param others how many more findings have one
 * @param without how many have numbers and yet no ratio that says anything
 */
record Forest(List<Bar> bars, Axis axis, int others, int without) {
  /** More would be a wall; they are in the table. */
  private static final int MOST = 40;

  /** What is further out is drawn as an arrow: one ruin should not make all others a dot. */
  private static final double FURTHEST = Math.log(1.5);

  private static final double[] ROUND = {1.01, 1.02, 1.05, 1.1, 1.2, 1.5};

  /** Of a base of less than so many thresholds, a ratio would make much of nothing. */
  private static final double LEAST_BASE = 10;

  /** Numbers along the axis stand at least this part of its half apart. */
  private static final double APART = 0.22;

  /**
   * An interval on the axis, with its margins.
   *
   * @param entry whose interval it is
   * @param low of the interval, as the logarithm of how many times worse
   * @param estimate likewise
   * @param high likewise
   * @param margins likewise
   */
  record Bar(Entry entry, double low, double estimate, double high, Margins margins) {

    private static Optional<Bar> of(Entry entry, Policy policy) {
      Evidence evidence = entry.row().finding().evidence().orElseThrow();
      Margins own = policy.margins(evidence.difference());
      boolean ratio =
          evidence.difference().scale() == Scale.LOG_RATIO
              || evidence.base() >= LEAST_BASE * own.worse();
      double estimate = worse(evidence, evidence.change());
      double one = worse(evidence, evidence.interval().low());
      double other = worse(evidence, evidence.interval().high());
      return ratio && Double.isFinite(estimate)
          ? Optional.of(
              new Bar(
                  entry,
                  Math.min(one, other),
                  estimate,
                  Math.max(one, other),
                  onAxis(evidence, own)))
          : Optional.empty();
    }

    /** A change in the direction of the number. */
    private static double worse(Evidence evidence, double change) {
      boolean falls = evidence.difference().metric().better() == Better.HIGHER;
      double ratio =
          evidence.difference().scale() == Scale.LOG_RATIO ? change : change / evidence.base();
      double log = ratio <= -1 ? Double.NEGATIVE_INFINITY : Math.log1p(ratio);
      return falls ? -log : log;
    }

    private static Margins onAxis(Evidence evidence, Margins own) {
      if (evidence.difference().scale() == Scale.LOG_RATIO) {
        return own;
      }
      double base = evidence.base();
      // Margins of differences are symmetric, whichever way their metric gets better.
      return new Margins(
          Math.log1p(own.worse() / base),
          -Math.log1p(own.worse() / base),
          -Math.log1p(own.equalHigh() / base),
          Math.log1p(own.equalHigh() / base));
    }

    /** For those who do not see it. */
    String words() {
      return entry.outcome() + ": " + entry.change();
    }
  }

  static Forest of(List<Entry> entries, Policy policy) {
    List<Entry> measured =
        entries.stream().filter(entry -> entry.row().finding().evidence().isPresent()).toList();
    List<Bar> all = measured.stream().flatMap(entry -> Bar.of(entry, policy).stream()).toList();
    List<Bar> bars = all.stream().limit(MOST).toList();
    double largest = bars.stream().mapToDouble(bar -> Math.abs(bar.estimate())).max().orElse(0);
    double half =
        Math.min(FURTHEST, Math.max(1.3 * largest, 1.6 * Math.log1p(policy.equivalence())));
    return new Forest(
        bars, new Axis(-half, half), all.size() - bars.size(), measured.size() - all.size());
  }

  /** The numbers over the axis, at their places in per cent. */
  List<Mark.Word> numbers() {
    List<Mark.Word> words = new ArrayList<>(List.of(word("50", 1)));
    double next = axis.high();
    for (int i = ROUND.length - 1; i >= 0; i--) {
      double log = Math.log(ROUND[i]);
      if (log <= next * (1 - 1e-9) && log >= APART * axis.high()) {
        words.add(word(axis.across(log), ROUND[i]));
        words.add(word(axis.across(-log), ROUND[i]));
        next = log - APART * axis.high();
      }
    }
    return words;
  }

  private static Mark.Word word(String x, double times) {
    return new Mark.Word(x, "28", Axis.coordinate(times) + "\u00d7", "centred");
  }
}

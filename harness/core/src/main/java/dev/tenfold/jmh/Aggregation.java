package dev.tenfold.jmh;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * How JMH makes one number of the iterations of a metric. Its JSON does not tell: an entry is
 * looked at for the one that explains its score.
 */
enum Aggregation {
  MEAN(Histogram::mean),
  SUM(Histogram::sum),
  MAX(Histogram::max),
  MIN(Histogram::min);

  private final ToDoubleFunction<Histogram> score;

  Aggregation(ToDoubleFunction<Histogram> score) {
    this.score = score;
  }

  double score(Histogram values) {
    return score.applyAsDouble(values);
  }

  /**
   * The one that explains the scores of all these forks' metrics; the mean where several do, and
   * none where these values cannot be what JMH saw.
   *
   * @param metrics with their scores; a missing node is a fork without the metric
   * @param values of each, as JMH may have seen them
   */
  static Optional<Aggregation> of(List<JsonNode> metrics, List<Histogram> values) {
    return Arrays.stream(values())
        .filter(
            each -> {
              for (int i = 0; i < metrics.size(); i++) {
                if (metrics.get(i).isObject() && !each.explains(metrics.get(i), values.get(i))) {
                  return false;
                }
              }
              return true;
            })
        .findFirst();
  }

  private boolean explains(JsonNode metric, Histogram values) {
    // JMH gives an error of a mean of three or more, and of nothing else.
    boolean hasError = metric.path("scoreError").isNumber();
    if (hasError != (this == MEAN && values.size() > 2) && values.size() > 0) {
      return false;
    }
    JsonNode smallest = metric.path("scorePercentiles").path("0.0");
    return values.size() == 0
        || (isNear(score(values), metric.path("score"))
            && (smallest.isMissingNode() || isNear(values.min(), smallest)));
  }

  private static boolean isNear(double expected, JsonNode found) {
    return Math.abs(expected - found.asDouble(Double.NaN)) <= 1e-9 * Math.abs(expected);
  }
}

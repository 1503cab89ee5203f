package dev.tenfold.jmh;

import dev.tenfold.run.BenchmarkId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the metrics of one entry from those of its forks' entries, by JMH's formulas. */
final class ForkMerge {
  private static final double CONFIDENCE = 0.999;
  private static final double[] RANKS = {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100};

  private final BenchmarkId id;
  private final List<ObjectNode> forks;
  private final boolean sampled;
  private final Histogram primary = new Histogram();

  ForkMerge(BenchmarkId id, List<ObjectNode> forks) {
    this.id = id;
    this.forks = forks;
    this.sampled = forks.get(0).path("primaryMetric").has("rawDataHistogram");
    forks.forEach(fork -> rows(fork).forEach(row -> row.forEach(this::addIteration)));
  }

  private void addIteration(JsonNode iteration) {
    if (sampled) {
      iteration.forEach(pair -> primary.add(number(pair.path(0)), pair.path(1).asLong()));
    } else {
      primary.add(number(iteration), 1);
    }
  }

  /** The rows of raw data of a fork's primary metric: one, as each fork was measured alone. */
  private JsonNode rows(ObjectNode fork) {
    return fork.path("primaryMetric").path(sampled ? "rawDataHistogram" : "rawData");
  }

  ObjectNode primary() {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    forks.forEach(fork -> rows(fork).forEach(rows::add));
    ObjectNode metric = metric(Aggregation.MEAN, primary, forks.get(0).path("primaryMetric"));
    metric.set(sampled ? "rawDataHistogram" : "rawData", rows);
    return metric;
  }

  ObjectNode secondary(String name) {
    List<JsonNode> metrics = new ArrayList<>();
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (ObjectNode fork : forks) {
      JsonNode metric = fork.path("secondaryMetrics").path(name);
      metrics.add(metric);
      if (metric.isObject()) {
        metric.path("rawData").forEach(rows::add);
      } else {
        rows(fork).forEach(none -> rows.addArray());
      }
    }
    JsonNode any = metrics.stream().filter(JsonNode::isObject).findFirst().orElseThrow();
    ObjectNode merged = merged(name, metrics, any);
    merged.set("rawData", rows);
    return merged;
  }

  private ObjectNode merged(String name, List<JsonNode> metrics, JsonNode any) {
    OptionalDouble rank = sampled ? Percentiles.rank(name, id.method()) : OptionalDouble.empty();
    if (rank.isPresent()) {
      Histogram percentile = new Histogram();
      percentile.add(primary.percentile(rank.getAsDouble()), 1);
      return metric(Aggregation.MEAN, percentile, any);
    }
    List<Histogram> plain = values(metrics, false);
    Optional<Aggregation> aggregation = Aggregation.of(metrics, plain);
    if (aggregation.isPresent()) {
      return metric(aggregation.get(), all(plain), any);
    }
    List<Histogram> filled = values(metrics, true);
    return metric(Aggregation.of(metrics, filled).orElse(Aggregation.MEAN), all(filled), any);
  }

  /**
   * The values of a secondary metric in each fork.
   *
   * @param fill whether an iteration of which a profiler tells nothing counts as zero, which JMH
   *     does for some profilers; where a fork tells nothing at all it always does
   */
  private List<Histogram> values(List<JsonNode> metrics, boolean fill) {
    boolean perIteration =
        metrics.stream()
            .flatMap(metric -> metric.path("rawData").valueStream())
            .anyMatch(row -> !row.isEmpty());
    List<Histogram> values = new ArrayList<>();
    for (int i = 0; i < metrics.size(); i++) {
      Histogram fork = new Histogram();
      JsonNode metric = metrics.get(i);
      if (perIteration) {
        metric.path("rawData").forEach(row -> row.forEach(value -> fork.add(number(value), 1)));
        if (fill || fork.size() == 0) {
          fork.add(0, iterations(forks.get(i)) - fork.size());
        }
      } else if (metric.isObject()) {
        // A profiler that looks only once, at the end of the fork.
        fork.add(number(metric.path("score")), 1);
      }
      values.add(fork);
    }
    return values;
  }

  private long iterations(ObjectNode fork) {
    long iterations = 0;
    for (JsonNode row : rows(fork)) {
      iterations += row.size();
    }
    return iterations;
  }

  private static Histogram all(List<Histogram> forks) {
    Histogram all = new Histogram();
    forks.forEach(all::addAll);
    return all;
  }

  /** A metric object in JMH's order, but for the raw data at its end. */
  private static ObjectNode metric(Aggregation aggregation, Histogram values, JsonNode any) {
    ObjectNode metric = JsonNodeFactory.instance.objectNode();
    double score = aggregation.score(values);
    double error = aggregation == Aggregation.MEAN ? error(values) : Double.NaN;
    double margin = aggregation == Aggregation.MEAN ? error : 0;
    metric.set("score", node(score));
    metric.set("scoreError", node(error));
    metric.putArray("scoreConfidence").add(node(score - margin)).add(node(score + margin));
    ObjectNode percentiles = metric.putObject("scorePercentiles");
    for (double rank : RANKS) {
      percentiles.set(Double.toString(rank), node(values.percentile(rank)));
    }
    metric.set("scoreUnit", any.path("scoreUnit"));
    return metric;
  }

  /** Half the width of Student's interval of the mean; JMH gives none of fewer than three. */
  private static double error(Histogram values) {
    long n = values.size();
    if (n <= 2) {
      return Double.NaN;
    }
    double quantile =
        new TDistribution(n - 1.0).inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2);
    return quantile * values.deviation() / Math.sqrt((double) n);
  }

  private static double number(JsonNode node) {
    return switch (node.isString() ? node.stringValue() : "") {
      case "+INF" -> Double.POSITIVE_INFINITY;
      case "-INF" -> Double.NEGATIVE_INFINITY;
      default -> node.asDouble(Double.NaN);
    };
  }

  private static JsonNode node(double value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (Double.isNaN(value)) {
      return nodes.stringNode("NaN");
    }
    if (Double.isInfinite(value)) {
      return nodes.stringNode(value > 0 ? "+INF" : "-INF");
    }
    return nodes.numberNode(value);
  }
}

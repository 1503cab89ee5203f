package dev.tenfold.jmh;

import dev.tenfold.run.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one metric object of JMH's JSON, primary or secondary, into {@link Rows}.
 *
 * <p>Of the primary metric every number must be finite and every fork must hold one. Of a secondary
 * metric what is not finite is left out, because profilers have iterations of which they know
 * nothing.
 */
final class MetricReader {
  /** More iterations of one fork than any measurement has: it bounds the memory of a row. */
  static final int MAX_ITERATIONS = 1_000_000;

  /** Twice what JMH's own sample buffer can tell apart. */
  static final int MAX_DISTINCT = 100_000;

  /** Beyond this a sum of scores could overflow; no unit gives such a number. */
  private static final double MAX_SCORE = 1e300;

  private final JsonText text;
  private final JsonParser parser;
  private final Detail detail;
  private double[] buffer = new double[64];
  private int size;

  // Of the metric object that is being read.
  private String metric = "";
  private boolean primary;
  private boolean data;
  private List<Row> rows = List.of();
  private List<double[]> percentiles = List.of();

  MetricReader(JsonText text, Detail detail) {
    this.text = text;
    this.parser = text.parser();
    this.detail = detail;
  }

  /**
   * Reads the object that the current token begins.
   *
   * @param name what sentences call it
   * @param isPrimary whether it is what the benchmark is judged by
   */
  Rows read(String name, boolean isPrimary) {
    text.begins(JsonToken.START_OBJECT, name);
    metric = name;
    primary = isPrimary;
    data = false;
    rows = new ArrayList<>();
    percentiles = new ArrayList<>();
    String unit = "";
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      switch (key) {
        case "score" -> score();
        case "scoreUnit" -> unit = text.string("scoreUnit");
        case "rawData" -> forks(key, this::fork);
        case "rawDataHistogram" -> forks(key, this::histogramFork);
        case "forkSummaries" -> forks(key, this::summary);
        default -> text.skip();
      }
    }
    if (primary && rows.isEmpty()) {
      throw noData();
    }
    // A profiler may well have no unit.
    if (primary && unit.isEmpty()) {
      throw text.refusal("has no \"scoreUnit\" in its \"primaryMetric\".");
    }
    return new Rows(unit, rows, percentiles);
  }

  private void score() {
    double score = text.number("score");
    if (primary && !isFinite(score)) {
      throw notFinite("score", score);
    }
  }

  private void forks(String key, Runnable fork) {
    text.begins(JsonToken.START_ARRAY, key);
    if (data) {
      throw text.refusal(
          "holds the iterations of its \"%s\" twice.".formatted(JsonText.shown(metric)));
    }
    data = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      text.begins(JsonToken.START_ARRAY, key + "[fork]");
      fork.run();
    }
  }

  private void fork() {
    size = 0;
    for (JsonToken at = parser.nextToken(); at != JsonToken.END_ARRAY; at = parser.nextToken()) {
      double value = text.number("rawData[fork][iteration]");
      if (isFinite(value)) {
        add(value);
      } else if (primary) {
        throw notFinite("rawData", value);
      }
    }
    endFork();
  }

  private boolean endFork() {
    if (size > 0) {
      rows.add(Row.of(buffer, size, detail));
    } else if (primary && !rows.isEmpty()) {
      throw text.refusal("holds no iteration in its fork %d.".formatted(rows.size() + 1));
    } else if (primary) {
      throw noData();
    }
    return size > 0;
  }

  /** A fork of iterations that are each a list of pairs: the time, and how often it was sampled. */
  private void histogramFork() {
    size = 0;
    Histogram all = new Histogram();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      text.begins(JsonToken.START_ARRAY, "rawDataHistogram[fork][iteration]");
      histogramIteration(all);
    }
    if (endFork()) {
      percentiles.add(
          Percentiles.KEPT.stream().mapToDouble(name -> Percentiles.of(all, name)).toArray());
    }
  }

  private void histogramIteration(Histogram all) {
    double sum = 0;
    long samples = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      text.begins(JsonToken.START_ARRAY, "rawDataHistogram[fork][iteration][sample]");
      parser.nextToken();
      double value = text.number("rawDataHistogram[fork][iteration][sample][time]");
      if (!isFinite(value)) {
        throw notFinite("rawDataHistogram", value);
      }
      parser.nextToken();
      int count = text.count("rawDataHistogram[fork][iteration][sample][count]", 0);
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        throw text.unexpected("rawDataHistogram[fork][iteration][sample]", "a pair");
      }
      all.add(value, count);
      sum += value * count;
      samples += count;
    }
    if (all.distinct() > MAX_DISTINCT) {
      throw text.refusal(
          "has more than %d different times in one fork; JMH tells fewer apart."
              .formatted(MAX_DISTINCT));
    }
    // An iteration shorter than the operation ends without a sample: there is no score of it.
    if (samples > 0) {
      add(sum / samples);
    }
  }

  private void summary() {
    parser.nextToken();
    int iterations = text.count("forkSummaries[fork][iterations]", 1);
    parser.nextToken();
    double mean = text.number("forkSummaries[fork][mean]");
    parser.nextToken();
    double quartile = text.number("forkSummaries[fork][quartile]");
    if (parser.nextToken() != JsonToken.END_ARRAY) {
      throw text.unexpected("forkSummaries[fork]", "the number of iterations, mean and quartile");
    }
    if (!isFinite(mean) || !isFinite(quartile)) {
      throw notFinite("forkSummaries", isFinite(mean) ? quartile : mean);
    }
    rows.add(Row.summary(iterations, mean, quartile));
  }

  private void add(double value) {
    if (size == MAX_ITERATIONS) {
      throw text.refusal("has more than %d iterations in one fork.".formatted(MAX_ITERATIONS));
    }
    if (size == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * size);
    }
    buffer[size++] = value;
  }

  private static boolean isFinite(double value) {
    return Math.abs(value) <= MAX_SCORE;
  }

  private InputException notFinite(String field, double value) {
    return text.refusal(
        "has %s in the \"%s\" of its \"%s\", where finite numbers are expected; measure it again."
            .formatted(value, field, JsonText.shown(metric)));
  }

  private InputException noData() {
    return text.refusal(
        "cannot be tested: it holds no raw data (was it run with -Djmh.json.rawData=false?).");
  }
}

package dev.tenfold.store;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Better;
import dev.tenfold.run.Failure;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Jvm;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Series;
import dev.tenfold.run.Settings;
import dev.tenfold.run.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Runs with everything in them that a file might get wrong. */
final class RandomRun {
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "x y",
          "\"quoted\" \\ / </script>",
          "line\nfeed\r\t\u0000\u001b[31m",
          "\u202e\u200b",
          "\u00b5s \u0130\u0131 \u4e2d",
          "\ud83d\ude00",
          "\ud800",
          "a,b=c{d}",
          "null",
          "1e5",
          "\u2028");
  private static final List<String> UNITS =
      List.of("ns/op", "ops/s", "B/op", "\u00b5s/op", "MB/sec", "counts", "", "---");

  private final Random random;

  RandomRun(Random random) {
    this.random = random;
  }

  Run run() {
    Map<BenchmarkId, Result> results = new TreeMap<>();
    Map<BenchmarkId, Failure> failures = new TreeMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      Result result = result();
      results.put(result.id(), result);
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      BenchmarkId id = id();
      failures.put(id, new Failure(id, text()));
    }
    return new Run(origin(), List.copyOf(results.values()), List.copyOf(failures.values()));
  }

  private Origin origin() {
    return new Origin(
        maybe(this::machine),
        maybe(this::text),
        maybe(() -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))),
        maybe(this::text));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private Machine machine() {
    return new Machine(
        text(),
        random.nextInt(500),
        random.nextInt(5000),
        text(),
        text(),
        text(),
        text(),
        random.nextInt(30),
        text(),
        text());
  }

  private BenchmarkId id() {
    SortedMap<String, String> params = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      params.put(name(), text());
    }
    Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
    return new BenchmarkId(
        "a.B.m" + random.nextInt(3) + text(), mode, 1 + random.nextInt(3), params);
  }

  private Result result() {
    BenchmarkId id = id();
    SortedMap<String, Series> secondary = new TreeMap<>();
    for (String name : List.of(Metric.ALLOCATION, "gc.count", "reader", "p" + name())) {
      if (random.nextBoolean()) {
        secondary.put(name, series(Metric.secondary(name, unit())));
      }
    }
    if (id.mode() == Mode.SAMPLE_TIME) {
      secondary.put("p0.99", series(new Metric("p0.99", unit(), Better.LOWER)).summarised());
    }
    Series score = series(Metric.score(id.mode(), Unit.of("ns/op")));
    return new Result(id, settings(), jvm(), score, secondary);
  }

  private Settings settings() {
    return new Settings(
        random.nextInt(9),
        text(),
        random.nextInt(9),
        random.nextInt(9),
        text(),
        random.nextInt(9),
        IntStream.range(0, random.nextInt(3)).mapToObj(i -> text()).toList());
  }

  private Jvm jvm() {
    return new Jvm(text(), text(), text(), text(), text());
  }

  private Series series(Metric metric) {
    return new Series(
        metric,
        IntStream.rangeClosed(0, random.nextInt(4))
            .mapToObj(i -> Fork.of(scores(), metric.better()))
            .toList());
  }

  private double[] scores() {
    return IntStream.rangeClosed(0, random.nextInt(8)).mapToDouble(i -> score()).toArray();
  }

  private double score() {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(100);
      case 1 -> -random.nextDouble();
      case 2 -> Double.MIN_VALUE * random.nextInt(3);
      case 3 -> 1e299 * random.nextDouble();
      case 4 -> random.nextBoolean() ? -0.0 : 2.0e-3;
      default -> Math.exp(50 * random.nextGaussian());
    };
  }

  private Unit unit() {
    return Unit.of(UNITS.get(random.nextInt(UNITS.size())));
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** Half a surrogate pair may stand in a value of JSON and not in a name. */
  private String name() {
    return text().replace("\ud800", "");
  }

  /** A small run that shows every part of the format. */
  static Run example() {
    Machine machine =
        new Machine(
            "AMD EPYC 7763",
            2,
            7,
            "linux-amd64",
            "6.1.0",
            "none",
            "Debian 17.0.15+6",
            17,
            "G1",
            "compressed references");
    Origin origin =
        new Origin(
            Optional.of(machine),
            Optional.of("1a2b3c4-dirty"),
            Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
            Optional.of("00ff"));
    Jvm jvm = new Jvm("/usr/bin/java", "17.0.15", "OpenJDK 64-Bit Server VM", "17.0.15+6", "1.37");
    Settings settings = new Settings(5, "10 s", 1, 3, "100 ms", 1, List.of("-Xmx1g"));
    BenchmarkId get =
        BenchmarkId.of("a.Maps.get", Mode.THROUGHPUT, 4, Map.of("size", "10", "kind", "<\u202e>"));
    Metric score = Metric.score(Mode.THROUGHPUT, Unit.of("ops/\u00b5s"));
    Metric allocation = Metric.secondary(Metric.ALLOCATION, Unit.of("B/op"));
    Series scores =
        new Series(
            score,
            List.of(
                Fork.of(new double[] {1, 2.5, 1e23}, Better.HIGHER),
                Fork.of(new double[] {0.001, 2e-3, 1e-9}, Better.HIGHER)));
    Series allocations =
        new Series(allocation, List.of(Fork.summary(3, 24, 24.5), Fork.summary(3, 25, 25)));
    Result result =
        new Result(
            get, settings, jvm, scores, new TreeMap<>(Map.of(Metric.ALLOCATION, allocations)));
    BenchmarkId put = BenchmarkId.of("a.Maps.put", Mode.AVERAGE_TIME, 1, Map.of());
    return new Run(
        origin, List.of(result), List.of(new Failure(put, "It threw an exception in fork 1.")));
  }
}

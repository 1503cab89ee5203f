package dev.tenfold.report;

import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Difference.Estimates;
import dev.tenfold.compare.Kind;
import dev.tenfold.compare.Level;
import dev.tenfold.compare.Scale;
import dev.tenfold.compare.Warning;
import dev.tenfold.growth.Fit;
import dev.tenfold.growth.Growth;
import dev.tenfold.growth.Order;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Finding.Estimator;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.judge.Limit;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Sight;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Threshold;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Better;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Unit;
import dev.tenfold.stats.Contrast;
import dev.tenfold.stats.Interval;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Verdicts made by hand, as no machine would measure them. */
public final class Verdicts {
  public static final Unit NS = Unit.of("ns/op");
  static final Unit BYTES = Unit.of("B/op");
  static final Machine MACHINE =
      new Machine(
          "AMD EPYC 7763",
          2,
          8,
          "linux-amd64",
          "6.1.0-18",
          "none",
          "Debian 17.0.15+6",
          17,
          "G1",
          "compressed references, header 12");
  static final Origin BASE =
      origin("3f2a9c1d5b7e8f60412233445566778899aabbcc", "9a8b7c6d5e4f30211203", "10:00");
  static final Origin HEAD =
      origin("c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00", "0123456789abcdef0123", "10:00");

  private Verdicts() {}

  private static Origin origin(String revision, String jar, String time) {
    return new Origin(
        Optional.of(MACHINE),
        Optional.of(revision),
        Optional.of(Instant.parse("2026-02-03T" + time + ":00Z")),
        Optional.of(jar));
  }

  public static BenchmarkId id(String method, Mode mode, Map<String, String> params) {
    return BenchmarkId.of(method, mode, 1, params);
  }

  public static BenchmarkId id(String method) {
    return id(method, Mode.AVERAGE_TIME, Map.of());
  }

  public static Finding bare(BenchmarkId id, Outcome outcome, String because) {
    return new Finding(id, outcome, because, Optional.empty());
  }

  /** A time or throughput, head over base, with an error on the log scale and ten forks in all. */
  public static Finding ratio(
      Outcome outcome, BenchmarkId id, Unit unit, double base, double head, double error) {
    Metric metric = Metric.score(id.mode(), unit);
    double log = Math.log(head / base);
    double toTheWorse = metric.better() == Better.HIGHER ? -log : log;
    Contrast contrast = new Contrast(toTheWorse, error, 8);
    Interval interval = new Contrast(log, error, 8).interval(0.95).map(Math::expm1);
    return finding(
        outcome,
        new Difference(
            id,
            metric,
            Kind.SIDE_BY_SIDE,
            new Level(base, base * 1.02, 5),
            new Level(head, head * 1.02, 5),
            Scale.LOG_RATIO,
            Optional.of(new Estimates(contrast, contrast, 1)),
            Set.of()),
        head / base - 1,
        interval,
        Math.expm1(contrast.smallestVisible(0.05, 0.8)),
        contrast.pGreater());
  }

  /** An allocation with an error in B/op. */
  public static Finding allocation(
      Outcome outcome, BenchmarkId id, double base, double head, double error) {
    Contrast contrast = new Contrast(head - base, error, 8);
    return finding(
        outcome,
        new Difference(
            id,
            Metric.secondary(Metric.ALLOCATION, BYTES),
            Kind.SIDE_BY_SIDE,
            new Level(base, base, 5),
            new Level(head, head, 5),
            Scale.DIFFERENCE,
            Optional.of(new Estimates(contrast, contrast, 1)),
            Set.of()),
        head - base,
        contrast.interval(0.95),
        contrast.smallestVisible(0.05, 0.8),
        contrast.pGreater());
  }

  private static Finding finding(
      Outcome outcome,
      Difference difference,
      double change,
      Interval interval,
      double visible,
      double p) {
    Sight sight =
        new Sight(
            visible, visible > 0.5 ? OptionalInt.empty() : OptionalInt.of(visible > 0.1 ? 14 : 5));
    return new Finding(
        difference.id(),
        outcome,
        "A sentence of the judge.",
        Optional.of(new Evidence(difference, Estimator.QUARTILE, change, interval, p, sight)));
  }

  /** The same finding with a doubt. */
  static Finding doubted(Finding finding, Warning warning) {
    Evidence e = finding.evidence().orElseThrow();
    return with(
        finding,
        new Evidence(
            e.difference().with(warning),
            e.estimator(),
            e.change(),
            e.interval(),
            e.p(),
            e.sight()));
  }

  /** The same finding, decided by the means. */
  static Finding byMean(Finding finding) {
    Evidence e = finding.evidence().orElseThrow();
    return with(
        finding,
        new Evidence(e.difference(), Estimator.MEAN, e.change(), e.interval(), e.p(), e.sight()));
  }

  static Finding with(Finding finding, Evidence evidence) {
    return new Finding(finding.id(), finding.outcome(), finding.because(), Optional.of(evidence));
  }

  /** A benchmark whose time became linear, as the growth of its throughput tells. */
  private static Growth growth(BenchmarkId largest) {
    return new Growth(
        largest,
        "size",
        List.of(10.0, 100.0, 1000.0),
        Optional.of(new Fit(Order.LOGARITHMIC, 0.913, Order.CONSTANT)),
        new Fit(Order.LINEAR, 0.998, Order.LINEARITHMIC),
        Optional.of(new Contrast(0.81, 0.012, 7.5)));
  }

  private static Finding beside(Subject subject, BenchmarkId id, String because) {
    return new Finding(id, subject, Outcome.REGRESSED, because, Optional.empty());
  }

  public static Verdict verdict(Status status, List<Finding> findings) {
    return new Verdict(
        status, Kind.SIDE_BY_SIDE, BASE, HEAD, findings, List.of(), List.of(), Policy.standard());
  }

  /** Every outcome, every kind of number, and names that try to do harm. */
  public static Verdict full() {
    BenchmarkId get = id("org.acme.CacheMix.get", Mode.AVERAGE_TIME, Map.of("size", "100"));
    BenchmarkId put =
        id(
            "org.acme.CacheMix.readMostly",
            Mode.THROUGHPUT,
            Map.of("implementation", "caffeine", "size", "1000", "threads", "many"));
    BenchmarkId parse = id("org.acme.Parse.json");
    List<Finding> findings =
        List.of(
            doubted(ratio(Outcome.REGRESSED, get, NS, 12.34, 13.87, 0.008), Warning.UNCONFIRMED),
            allocation(Outcome.REGRESSED, get, 0, 24, 0.04),
            byMean(ratio(Outcome.REGRESSED, put, Unit.of("ops/us"), 12.34, 9.1, 0.01)),
            allocation(Outcome.UNCHANGED, put, 1_048_600, 1_048_600.4, 0.2),
            ratio(Outcome.IMPROVED, parse, Unit.of("us/op"), 1_204, 800.5, 0.0003),
            allocation(Outcome.IMPROVED, parse, 48, 24, 0.01),
            bare(
                id("org.acme.Parse.xml"),
                Outcome.FAILED,
                "Fork 2: java.lang.IllegalStateException: no | such `file`\n::error::gone @team"),
            bare(
                id("org.acme.Parse.yaml"),
                Outcome.INCOMPARABLE,
                "Base and head were measured differently: forks 5 -> 3. Compare all the same with"
                    + " --allow forks."),
            ratio(Outcome.INCONCLUSIVE, id("org.acme.Sort.small"), NS, 950, 981, 0.045),
            ratio(Outcome.INCONCLUSIVE, id("org.acme.Sort.large"), NS, 2.5e9, 2.4e9, 0.4),
            bare(
                id("org.acme.Sort.once"),
                Outcome.INCONCLUSIVE,
                "No claim: "
                    + Warning.ONE_FORK.text()
                    + ". Measure at least 2 forks on each side."),
            bare(id("org.acme.Old.gone"), Outcome.REMOVED, "It is in the base alone."),
            bare(id("org.acme.New.come"), Outcome.ADDED, "It is in the head alone."),
            doubted(
                ratio(Outcome.UNCHANGED, id("org.acme.Same.name"), NS, 0.4321, 0.4325, 0.001),
                Warning.UNIT_CONVERTED),
            ratio(Outcome.UNCHANGED, id("org.other.Same.name"), NS, 5, 5, 0.001),
            ratio(
                Outcome.UNCHANGED,
                id("org.acme.Both.modes", Mode.AVERAGE_TIME, Map.of()),
                NS,
                100,
                100.2,
                0.001),
            ratio(
                Outcome.UNCHANGED,
                id("org.acme.Both.modes", Mode.THROUGHPUT, Map.of()),
                Unit.of("ops/ms"),
                1e4,
                1e4,
                0.001),
            ratio(Outcome.UNCHANGED, hostile(), NS, 77, 77.1, 0.001),
            beside(
                Subject.GROWTH,
                put,
                "Its time grew as log n with size and grows as n now: from one size to the next, surely steeper."),
            beside(
                Subject.BUDGET,
                get,
                "Over its budget: 24 B/op, where at most 16 B/op is allowed."));
    return new Verdict(
        Status.REGRESSION,
        Kind.SIDE_BY_SIDE,
        BASE,
        HEAD,
        findings,
        List.of(growth(put)),
        List.of("1 fork was disturbed by a neighbour and repeated: see @ops <!-- tenfold -->."),
        Policy.standard()
            .with(
                List.of(
                    new Limit(new Glob("*.CacheMix.*"), Metric.SCORE, new Threshold(0.1, 0)),
                    new Limit(new Glob("*.Parse.*"), Metric.ALLOCATION, new Threshold(0.01, 16)))));
  }

  /** What a name could look like that was made to do harm. */
  static BenchmarkId hostile() {
    return id(
        "evil.\u001b[31mRed\u202e.a|b`c`",
        Mode.AVERAGE_TIME,
        Map.of(
            "html",
            "</details><img src=x onerror=alert(1)></script>",
            "link",
            "[x](https://evil.example) ![y](z) www.evil.example",
            "lines",
            "a\n::error::b\r\n##[error]c\u2028d\u200be",
            "marker",
            "<!-- tenfold -->",
            "mention",
            "@team #1 GH-1 \\| \ud83d\ude00 \ud800 \uffff"));
  }

  public static String text(Document document, Verdict verdict) {
    StringBuilder text = new StringBuilder();
    try {
      document.write(verdict, text);
    } catch (IOException e) {
      throw new AssertionError("A StringBuilder does not fail.", e);
    }
    return text.toString();
  }
}

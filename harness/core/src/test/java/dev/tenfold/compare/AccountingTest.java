package dev.tenfold.compare;

import static dev.tenfold.run.Runs.failing;
import static dev.tenfold.run.Runs.id;
import static dev.tenfold.run.Runs.result;
import static dev.tenfold.run.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Failure;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import dev.tenfold.run.Settings;
import dev.tenfold.run.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that stood in either of two runs is lost between them. */
class AccountingTest {
  private static final BenchmarkId A = id("a");
  private static final BenchmarkId B = id("b");

  private static Comparison compare(Run base, Run head) {
    return Comparer.compare(base, head, Terms.stored(Set.of(), SessionSpread.NONE));
  }

  private static List<String> exclusions(Run base, Run head) {
    return compare(base, head).exclusions().stream().map(e -> e.id() + " " + e.kind()).toList();
  }

  @Test
  void whatOneSideHasAloneIsAddedOrRemoved() {
    assertThat(exclusions(run(result(A, 1, 2)), run(result(B, 1, 2))))
        .containsExactly("a.B.a:avgt:1 REMOVED", "a.B.b:avgt:1 ADDED");
  }

  @Test
  void whatFailedOnEitherSideHasFailedWithTheReason() {
    Run whole = run(result(A, 1, 2), result(B, 1, 2));
    Comparison head = compare(whole, failing(run(result(B, 1, 2)), A));
    assertThat(head.exclusions())
        .containsExactly(new Exclusion(A, Exclusion.Kind.FAILED, "Fork 2: it threw."));
    Comparison base = compare(failing(run(result(B, 1, 2)), A), whole);
    assertThat(base.exclusions())
        .containsExactly(new Exclusion(A, Exclusion.Kind.FAILED, "In the base: Fork 2: it threw."));
  }

  @Test
  void theForksThatABrokenBenchmarkFinishedAreNotCompared() {
    Run whole = run(result(A, 1, 2, 3));
    Comparison comparison = compare(whole, failing(run(result(A, 9, 9)), A));
    assertThat(comparison.differences()).isEmpty();
    assertThat(exclusions(whole, failing(run(result(A, 9, 9)), A)))
        .containsExactly("a.B.a:avgt:1 FAILED");
  }

  @Test
  void whatFailedInTheBaseAndIsGoneFromTheHeadIsRemoved() {
    assertThat(exclusions(failing(run(result(B, 1, 2)), A), run(result(B, 1, 2))))
        .containsExactly("a.B.a:avgt:1 REMOVED");
  }

  @Test
  void whatFailedInTheHeadAndIsNewThereHasFailed() {
    assertThat(exclusions(run(result(B, 1, 2)), failing(run(result(B, 1, 2)), A)))
        .containsExactly("a.B.a:avgt:1 FAILED");
  }

  @Test
  void everyBenchmarkOfBothRunsIsADifferenceOrAnExclusion() {
    Random random = new Random(21);
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < 2_000; i++) {
      Run base = any(random);
      Run head = any(random);
      Comparison comparison = compare(base, head);
      Set<BenchmarkId> accounted = new TreeSet<>();
      comparison.differences().forEach(difference -> accounted.add(difference.id()));
      for (Exclusion exclusion : comparison.exclusions()) {
        assertThat(accounted.add(exclusion.id())).as("%s once", exclusion).isTrue();
        seen.add(exclusion.kind().name());
      }
      for (BenchmarkId id : ids(base, head)) {
        boolean told = accounted.contains(id) || told(comparison, id);
        assertThat(told).as("%s of %s and %s in %s", id, base, head, comparison).isTrue();
      }
      assertThat(ids(base, head)).containsAll(accounted);
    }
    assertThat(seen).containsExactly("ADDED", "FAILED", "INCOMPARABLE", "REMOVED");
  }

  /** A benchmark whose mode or threads changed is told of under its new identity. */
  private static boolean told(Comparison comparison, BenchmarkId was) {
    String text = "mode %s with threads %d ->".formatted(was.mode().label(), was.threads());
    return comparison.exclusions().stream()
        .filter(e -> e.id().methodAndParams().equals(was.methodAndParams()))
        .anyMatch(e -> e.kind() == Exclusion.Kind.INCOMPARABLE && e.because().contains(text));
  }

  private static Set<BenchmarkId> ids(Run... runs) {
    Set<BenchmarkId> ids = new TreeSet<>();
    for (Run run : runs) {
      Stream.concat(
              run.results().stream().map(Result::id), run.failures().stream().map(Failure::id))
          .forEach(ids::add);
    }
    return ids;
  }

  private static Run any(Random random) {
    List<Result> results = new ArrayList<>();
    List<BenchmarkId> failed = new ArrayList<>();
    for (String method : List.of("a", "b")) {
      for (Mode mode : List.of(Mode.THROUGHPUT, Mode.AVERAGE_TIME)) {
        for (String value : List.of("1", "2")) {
          BenchmarkId id = BenchmarkId.of(method, mode, 1 + random.nextInt(2), Map.of("p", value));
          if (random.nextInt(3) > 0) {
            results.add(any(id, random));
          }
          if (random.nextInt(6) == 0) {
            failed.add(id);
          }
        }
      }
    }
    Run run = run(results.toArray(Result[]::new));
    return failing(run, failed.toArray(BenchmarkId[]::new));
  }

  private static Result any(BenchmarkId id, Random random) {
    double[] forks = random.doubles(1 + random.nextInt(2), -0.2, 1).toArray();
    String unit = random.nextInt(4) == 0 ? "ops/ms" : "ms/op";
    double[][] rows = new double[forks.length][];
    for (int i = 0; i < forks.length; i++) {
      rows[i] = new double[] {forks[i]};
    }
    Result result = Runs.iterations(id, unit, rows);
    Settings other = new Settings(9, "1 s", 1, 5, "1 s", 1, List.of());
    return random.nextInt(8) == 0 ? Runs.with(result, other) : result;
  }

  @Test
  void aBenchmarkWithoutAllocationIsNotLostWhereAllocationAloneIsCompared() {
    Comparison comparison =
        Comparer.compare(run(result(A, 1, 2)), run(result(A, 1, 2)), Terms.allocation(Set.of()));
    assertThat(comparison.exclusions())
        .singleElement()
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Exclusion.Kind.INCOMPARABLE));
  }

  @Test
  void allocationThatTheHeadNoLongerMeasuresIsNotLost() {
    Comparison comparison =
        compare(run(Runs.allocating(result(A, 1, 2), 16, 16)), run(result(A, 1, 2)));
    assertThat(comparison.differences())
        .singleElement()
        .satisfies(d -> assertThat(d.warnings()).contains(Warning.ONE_SIDED_ALLOCATION));
  }

  @Test
  void noByteAtAllIsAnAllocationOfNothing() {
    Metric rate = Metric.secondary("gc.alloc.rate", Unit.of("MB/sec"));
    Result silent = Runs.with(result(A, 1, 2), rate, new double[] {0, 0});
    Comparison comparison = compare(run(silent), run(Runs.allocating(result(A, 1, 2), 16, 16)));
    assertThat(comparison.differences())
        .filteredOn(difference -> difference.metric().isAllocation())
        .singleElement()
        .satisfies(d -> assertThat(d.base().typical()).isZero());
  }
}

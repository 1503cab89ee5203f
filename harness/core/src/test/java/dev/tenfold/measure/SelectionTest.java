package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Failure;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Runs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final ForkOptions OPTIONS =
      new ForkOptions(
          Path.of("/jdk"),
          OptionalInt.empty(),
          Optional.empty(),
          OptionalInt.of(3),
          Optional.of(Duration.ofMillis(100)),
          List.of(),
          ForkOptions.PATIENCE);
  private static final Shape DECLARED =
      new Shape(5, Duration.ofSeconds(10), 5, Duration.ofSeconds(10));
  private static final List<Benchmark> CATALOGUE =
      List.of(
          benchmark("a.Cache.get", Mode.THROUGHPUT, Map.of("size", List.of("1", "100"))),
          benchmark("a.Cache.put", Mode.THROUGHPUT, Map.of()),
          benchmark("a.Cache.put", Mode.AVERAGE_TIME, Map.of()),
          benchmark("a.Start.cold", Mode.SINGLE_SHOT, Map.of()));

  private static Benchmark benchmark(String method, Mode mode, Map<String, List<String>> params) {
    boolean cold = mode == Mode.SINGLE_SHOT;
    Shape shape = cold ? new Shape(0, Duration.ZERO, 1, Duration.ZERO) : DECLARED;
    return new Benchmark(method, mode, 1, 1, shape, new TreeMap<>(params));
  }

  private static List<Glob> globs(String... texts) {
    return Stream.of(texts).map(Glob::new).toList();
  }

  private static Selection selection(List<Glob> includes, List<Glob> excludes) {
    return new Selection(includes, excludes, Map.of(), OptionalInt.empty(), Set.of());
  }

  private static List<String> taken(Selection selection) {
    return selection.from(CATALOGUE, OPTIONS).stream().map(task -> task.id().text()).toList();
  }

  @Test
  void takesEverythingUnlessToldOtherwise() {
    assertThat(taken(Selection.all()))
        .containsExactly(
            "a.Cache.get:thrpt:1{size=1}",
            "a.Cache.get:thrpt:1{size=100}",
            "a.Cache.put:thrpt:1",
            "a.Cache.put:avgt:1",
            "a.Start.cold:ss:1");
  }

  @Test
  void takesWhatOneIncludeHoldsAndNoExclude() {
    assertThat(taken(selection(globs("*.get*", "*Start*"), globs("*size=100}"))))
        .containsExactly("a.Cache.get:thrpt:1{size=1}", "a.Start.cold:ss:1");
    assertThat(taken(Selection.all().including(globs("*{*size=1}"))))
        .containsExactly("a.Cache.get:thrpt:1{size=1}");
    assertThat(taken(selection(globs("nothing"), List.of()))).isEmpty();
  }

  @Test
  void takesTheModesThreadsAndValuesThatWereChosen() {
    Selection selection =
        new Selection(
            List.of(),
            List.of(),
            Map.of("size", List.of("7")),
            OptionalInt.of(2),
            Set.of(Mode.THROUGHPUT));
    assertThat(taken(selection))
        .containsExactly("a.Cache.get:thrpt:2{size=7}", "a.Cache.put:thrpt:2");
  }

  @Test
  void theShapeOfATaskIsTheChosenElseTheDeclaredOne() {
    List<Task> tasks = Selection.all().from(CATALOGUE, OPTIONS);
    assertThat(tasks.get(0).shape())
        .isEqualTo(new Shape(5, Duration.ofSeconds(10), 3, Duration.ofMillis(100)));
    // One cold invocation has no time that could be chosen.
    assertThat(tasks.get(4).shape()).isEqualTo(new Shape(0, Duration.ZERO, 3, Duration.ZERO));
  }

  @Test
  void aForkIsGivenUpAfterThreeTimesItsIterationsAndThePatience() {
    // 5 times 10 s and 3 times 100 ms, thrice, and a minute.
    assertThat(OPTIONS.deadline(OPTIONS.shape(DECLARED)))
        .isEqualTo(Duration.ofMillis(3 * 50_300 + 60_000));
  }

  private static BenchmarkId id(String method, Mode mode, Map<String, String> params) {
    return BenchmarkId.of(method, mode, 1, params);
  }

  @Test
  void takesOfARunWhatItWouldHaveMeasured() {
    BenchmarkId get = id("a.Cache.get", Mode.THROUGHPUT, Map.of("size", "1"));
    BenchmarkId large = id("a.Cache.get", Mode.THROUGHPUT, Map.of("size", "100"));
    BenchmarkId put = id("a.Cache.put", Mode.THROUGHPUT, Map.of());
    BenchmarkId time = id("a.Cache.put", Mode.AVERAGE_TIME, Map.of());
    Run run =
        Runs.failing(
            Runs.run(Runs.result(get, 1), Runs.result(large, 1), Runs.result(time, 1)), put, get);
    Selection selection =
        new Selection(
            globs("a.Cache.*"),
            List.of(),
            Map.of("size", List.of("1")),
            OptionalInt.empty(),
            Set.of(Mode.THROUGHPUT));
    Run left = selection.of(run);
    assertThat(left.results()).extracting(Result::id).containsExactly(get);
    assertThat(left.failures()).extracting(Failure::id).containsExactly(get, put);
    assertThat(left.origin()).isEqualTo(run.origin());
    assertThat(Selection.all().of(run)).isEqualTo(run);
  }

  @Test
  void whatItMeasuresIsWhatItTakesOfARun() {
    Selection selection = selection(globs("*Cache*"), globs("*size=1}"));
    Result[] all =
        Selection.all().from(CATALOGUE, OPTIONS).stream()
            .map(task -> Runs.result(task.id(), 1))
            .toArray(Result[]::new);
    assertThat(selection.of(Runs.run(all)).results())
        .extracting(result -> result.id().text())
        .containsExactlyInAnyOrderElementsOf(taken(selection));
  }
}

package dev.tenfold.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Fork;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Result;
import dev.tenfold.run.Runs;
import dev.tenfold.run.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void windowsFollowOneAnotherAfterTheWarmup() {
    Result result = recorded("100 ms", "ns/op", counting(50), counting(50));
    assertThat(starts(cut(2, 1, 3), result)).containsExactly(20, 30, 40, 20, 30, 40);
    assertThat(cut(2, 1, 3).windows(result, "f")).allMatch(window -> window.length == 10);
  }

  @Test
  void aWindowIsSummarisedByMeanAndQuietQuartile() {
    Fork fork = cut(0, 1, 1).forks(recorded("250 ms", "ns/op", counting(4)), "f").get(0);
    assertThat(fork).isEqualTo(Fork.summary(4, 1.5, 0.75));
    Result rate = timed("250 ms", Runs.iterations(id(Mode.THROUGHPUT), "ops/ms", counting(4)));
    assertThat(cut(0, 1, 1).forks(rate, "f").get(0)).isEqualTo(Fork.summary(4, 1.5, 2.25));
  }

  @Test
  void anOperationLongerThanTheIterationIsTheIteration() {
    double[] slow = constant(0.3, 40);
    assertThat(starts(cut(2, 1, 2), recorded("100 ms", "s/op", slow))).hasSize(2);
    assertThat(cut(2, 1, 2).windows(recorded("100 ms", "s/op", slow), "f"))
        .as("four of 0.3 s fill a second")
        .allMatch(window -> window.length == 4);
    assertThat(cut(1, 2, 2).windows(recorded("100 ms", "s/op", constant(3, 5)), "f"))
        .as("one of 3 s stands for a second")
        .allMatch(window -> window.length == 2);
    Result rate =
        timed("100 ms", Runs.iterations(id(Mode.THROUGHPUT), "ops/s", constant(1 / 0.3, 40)));
    assertThat(cut(2, 1, 2).windows(rate, "f")).allMatch(window -> window.length == 4);
  }

  @Test
  void longIterationsAreTakenByTheirTime() {
    assertThat(starts(cut(20, 10, 2), recorded("10 s", "ns/op", counting(4))))
        .containsExactly(2, 3);
    assertThat(starts(cut(5, 10, 1), recorded("10 s", "ns/op", counting(4))))
        .as("half an iteration cannot be skipped")
        .containsExactly(1);
  }

  @Test
  void allIsTheForkAsItWasKept() {
    Cut all = new Cut(Duration.ZERO, Optional.empty(), 1);
    Result kept = recorded("1 s", "ns/op", counting(5), counting(7)).summarised();
    assertThat(all.forks(kept, "f")).isEqualTo(kept.score().forks());
    assertThat(
            new Cut(SECOND, Optional.empty(), 1)
                .windows(recorded("1 s", "ns/op", counting(5)), "f"))
        .containsExactly(new double[] {1, 2, 3, 4});
  }

  @Test
  void aForkThatIsTooShortIsNamedWithWhatItWouldTake() {
    assertThatThrownBy(
            () -> cut(2, 1, 3).forks(recorded("100 ms", "ns/op", counting(49)), "some.json"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "some.json: a fork of a.B.m:avgt:1 has 49 iterations; to skip 2 s and measure 3 x 1 s"
                + " takes 50. Shorten --warmup or --measure, or cut fewer --windows.");
    assertThatThrownBy(
            () ->
                new Cut(Duration.ofSeconds(5), Optional.empty(), 1)
                    .forks(recorded("1 s", "ns/op", counting(5)), "some.json"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("to skip 5 s and measure the rest takes 6.");
  }

  @Test
  void moreThanAnyForkHoldsIsTooLongToo() {
    Result result = recorded("100 ms", "ns/op", counting(49));
    for (Cut endless : List.of(cut(1, 1, Integer.MAX_VALUE), cut(Integer.MAX_VALUE, 1, 1))) {
      assertThatThrownBy(() -> endless.forks(result, "some.json"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("has 49 iterations");
    }
  }

  @Test
  void summariesAndUnknownTimesCannotBeCut() {
    assertThatThrownBy(
            () -> cut(1, 1, 1).forks(recorded("1 s", "ns/op", counting(5)).summarised(), "f"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--warmup 0 --measure all");
    Result odd =
        timed("single-shot", Runs.iterations(id(Mode.SINGLE_SHOT), "furlongs", counting(5)));
    assertThatThrownBy(() -> cut(1, 1, 1).forks(odd, "f"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("does not tell how long an iteration of a.B.m:ss:1 took");
  }

  private static Cut cut(int warmup, int measured, int windows) {
    return new Cut(
        SECOND.multipliedBy(warmup), Optional.of(SECOND.multipliedBy(measured)), windows);
  }

  /** The first score of each window, which in a counting fork is its place. */
  private static List<Integer> starts(Cut cut, Result result) {
    return cut.windows(result, "f").stream().map(window -> (int) window[0]).toList();
  }

  private static double[] counting(int iterations) {
    return IntStream.range(0, iterations).asDoubleStream().toArray();
  }

  private static double[] constant(double score, int iterations) {
    double[] scores = new double[iterations];
    Arrays.fill(scores, score);
    return scores;
  }

  private static BenchmarkId id(Mode mode) {
    return BenchmarkId.of("a.B.m", mode, 1, Map.of());
  }

  private static Result recorded(String time, String unit, double[]... forks) {
    return timed(time, Runs.iterations(id(Mode.AVERAGE_TIME), unit, forks));
  }

  private static Result timed(String time, Result result) {
    return Runs.with(result, new Settings(0, time, 1, 5, time, 1, List.of()));
  }
}

package dev.tenfold.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.measure.Progress;
import dev.tenfold.measure.Side;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final BenchmarkId GET =
      BenchmarkId.of("org.acme.Cache.get", Mode.AVERAGE_TIME, 1, Map.of("size", "100"));
  private static final BenchmarkId EVIL =
      BenchmarkId.of("org.acme.Cache.\u001b[2J大\r", Mode.AVERAGE_TIME, 1, Map.of());

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private long seconds;

  private Progress progress(boolean terminal, int width) {
    return Progresses.of(out, terminal, width, () -> seconds * 1_000_000_000);
  }

  private void fork(Progress progress, long took) {
    progress.fork(GET, Side.HEAD);
    seconds += took;
    progress.finished(GET, Side.HEAD);
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theBarIsOneLineDrawnAgainWithShareTimesAndWhatRunsNow() {
    Progress bar = progress(true, 100);
    bar.stage("2 forks each", 4);
    fork(bar, 65);
    bar.fork(GET, Side.BASE);
    assertThat(written()).doesNotContain("\n");
    List<String> drawn = List.of(written().split("\r\u001b\\[K"));
    assertThat(drawn.get(1))
        .isEqualTo("[                    ] 0/4 forks, 0 %, 0:00 elapsed  2 forks each");
    assertThat(drawn.get(drawn.size() - 1))
        .isEqualTo(
            "[=====               ] 1/4 forks, 25 %, 1:05 elapsed, 3:15 left"
                + "  base Cache.get{size=100}");
  }

  @Test
  void theBarKeepsFailuresAboveItAndNoLineOfItIsWiderThanTheTerminal() {
    for (int width : new int[] {1, 2, 10, 40, 80}) {
      bytes.reset();
      Progress bar = progress(true, width);
      bar.waiting("process 1 measures\nsomething");
      bar.stage("3 forks each", 6);
      bar.fork(EVIL, Side.HEAD);
      bar.failed(EVIL, Side.HEAD, "Fork 1: it threw.", 2);
      bar.done();
      List<String> lines = List.of(written().split("\n"));
      assertThat(lines).hasSize(2);
      assertThat(lines.get(0))
          .endsWith(
              "\r\u001b[KFAILED head Cache.\\u001b[2J大\\u000d: Fork 1: it threw. (2 more left out)");
      assertThat(lines.get(1)).endsWith("\r\u001b[K3 forks each: done in 0:00");
      String redrawn = written().replaceAll("\r[^\r]*\n", "");
      assertThat(redrawn.split("\r\u001b\\[K"))
          .allMatch(drawn -> Visible.columns(drawn) < Math.max(2, width));
    }
  }

  @Test
  void aFailureCountsItsLeftOutForksAsDoneWithAndNotAsTime() {
    Progress bar = progress(true, 200);
    bar.stage("3 forks each", 6);
    fork(bar, 10);
    bar.fork(EVIL, Side.BASE);
    seconds += 300;
    bar.failed(EVIL, Side.BASE, "Fork 1: it hung.", 2);
    assertThat(written()).contains("] 2/4 forks, 50 %, 5:10 elapsed, 0:20 left");
  }

  @Test
  void linesComeAtMostEveryTenSecondsAndForEachFurtherTenth() {
    Progress lines = progress(false, 0);
    lines.stage("many", 1_000);
    for (int i = 0; i < 100; i++) {
      fork(lines, 1);
    }
    assertThat(written().lines()).hasSize(1 + 10).element(1).asString().contains("10/1000 forks");
    bytes.reset();
    lines.stage("quick", 1_000);
    for (int i = 0; i < 1_000; i++) {
      fork(lines, 0);
    }
    assertThat(written().lines())
        .hasSize(1 + 10)
        .last()
        .isEqualTo(
            "  1000/1000 forks, 100 %, 0:00 elapsed, 0:00 left; last head Cache.get{size=100}");
    bytes.reset();
    lines.stage("slow", 3);
    fork(lines, 4_000);
    assertThat(written())
        .isEqualTo(
            "slow: 3 forks\n"
                + "  1/3 forks, 33 %, 1:06:40 elapsed, 2:13:20 left; last head Cache.get{size=100}\n");
  }

  @Test
  void failuresWaitingAndTheEndAreLinesAtOnceAndHarmless() {
    Progress lines = progress(false, 0);
    lines.waiting("another Tenfold measures\n::error::x");
    lines.stage("3 forks each", 6);
    lines.fork(EVIL, Side.HEAD);
    lines.failed(EVIL, Side.HEAD, "Fork 3: it threw.", 0);
    seconds += 61;
    lines.done();
    assertThat(written())
        .isEqualTo(
            "Waiting: another Tenfold measures\\u000a\\u003a:error\\u003a:x\n"
                + "3 forks each: 6 forks\n"
                + "FAILED head Cache.\\u001b[2J大\\u000d: Fork 3: it threw.\n"
                + "3 forks each: done in 1:01\n");
  }
}

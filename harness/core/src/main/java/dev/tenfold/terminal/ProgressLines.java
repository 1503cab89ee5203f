package dev.tenfold.terminal;

import dev.tenfold.measure.Progress;
import dev.tenfold.measure.Side;
import dev.tenfold.run.BenchmarkId;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lines for a log: each stage, each failure at once, and how far it is at most every ten seconds
 * and whenever a further tenth of the forks has ended.
 */
final class ProgressLines implements Progress {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final PrintStream out;
  private final LongSupplier nanos;
  private Tally tally;
  private Duration toldAt = Duration.ZERO;
  private int toldTenth;

  ProgressLines(PrintStream out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
    this.tally = new Tally(nanos, "", 0);
  }

  @Override
  public void waiting(String reason) {
    line("Waiting: " + reason);
  }

  @Override
  public void resumed(int bouts) {
    line(resumption(bouts));
  }

  @Override
  public void leftOut(int benchmarks, String why) {
    line(leavingOut(benchmarks, why));
  }

  @Override
  public void stage(String what, int forks) {
    tally = new Tally(nanos, what, forks);
    toldAt = Duration.ZERO;
    toldTenth = 0;
    line(what + ": " + forks + " forks");
  }

  @Override
  public void fork(BenchmarkId id, Side side) {
    tally.begun();
  }

  @Override
  public void finished(BenchmarkId id, Side side) {
    tally.finished();
    boolean due = tally.elapsed().minus(toldAt).compareTo(PAUSE) >= 0;
    if (due || tally.percent() / 10 > toldTenth) {
      toldAt = tally.elapsed();
      toldTenth = tally.percent() / 10;
      line("  " + tally.text() + "; last " + side + " " + id.shortName());
    }
  }

  @Override
  public void failed(BenchmarkId id, Side side, String reason, int forksLeftOut) {
    tally.failed(forksLeftOut);
    line(failure(id, side, reason, forksLeftOut));
  }

  @Override
  public void done() {
    line(ending(tally));
  }

  private void line(String text) {
    out.print(Visible.of(text) + "\n");
    out.flush();
  }

  static String resumption(int bouts) {
    return bouts == 0
        ? "There is nothing to go on with; measuring from the beginning"
        : "Going on: what was measured before (" + bouts + " in the journal) is not measured again";
  }

  static String leavingOut(int benchmarks, String why) {
    return "LEFT OUT " + benchmarks + (benchmarks == 1 ? " benchmark: " : " benchmarks: ") + why;
  }

  static String failure(BenchmarkId id, Side side, String reason, int forksLeftOut) {
    String leftOut = forksLeftOut == 0 ? "" : " (" + forksLeftOut + " more left out)";
    return "FAILED " + side + " " + id.shortName() + ": " + reason + leftOut;
  }

  static String ending(Tally tally) {
    return tally.stage() + ": done in " + Tally.clock(tally.elapsed());
  }
}

package dev.tenfold.terminal;

import dev.tenfold.measure.Progress;
import dev.tenfold.measure.Side;
import dev.tenfold.run.BenchmarkId;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * One line of a terminal that is drawn again at each event; what must not be lost stays above it.
 *
 * <p>Between two events it stands still: a thread that ticks would take time from what is measured.
 */
final class ProgressBar implements Progress {
  private static final int BAR = 20;

  private final PrintStream out;
  private final int width;
  private final LongSupplier nanos;
  private Tally tally;
  private String current = "";

  ProgressBar(PrintStream out, int width, LongSupplier nanos) {
    this.out = out;
    this.width = width;
    this.nanos = nanos;
    this.tally = new Tally(nanos, "", 0);
  }

  @Override
  public void waiting(String reason) {
    draw("Waiting: " + reason);
  }

  @Override
  public void resumed(int bouts) {
    stay(ProgressLines.resumption(bouts));
  }

  @Override
  public void leftOut(int benchmarks, String why) {
    stay(ProgressLines.leavingOut(benchmarks, why));
  }

  @Override
  public void stage(String what, int forks) {
    tally = new Tally(nanos, what, forks);
    current = what;
    draw();
  }

  @Override
  public void fork(BenchmarkId id, Side side) {
    tally.begun();
    current = side + " " + id.shortName();
    draw();
  }

  @Override
  public void finished(BenchmarkId id, Side side) {
    tally.finished();
    draw();
  }

  @Override
  public void failed(BenchmarkId id, Side side, String reason, int forksLeftOut) {
    tally.failed(forksLeftOut);
    stay(ProgressLines.failure(id, side, reason, forksLeftOut));
    draw();
  }

  @Override
  public void done() {
    stay(ProgressLines.ending(tally));
    out.flush();
  }

  private void draw() {
    int filled = BAR * tally.percent() / 100;
    String bar = "=".repeat(filled) + " ".repeat(BAR - filled);
    draw("[" + bar + "] " + tally.text() + "  " + current);
  }

  /** Leaves the last column free: a full line makes some terminals begin the next one. */
  private void draw(String line) {
    out.print(Ansi.REDRAW + Visible.of(line, Math.max(1, width - 1)));
    out.flush();
  }

  private void stay(String line) {
    out.print(Ansi.REDRAW + Visible.of(line) + "\n");
  }
}

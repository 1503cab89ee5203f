package dev.tenfold.measure;

import dev.tenfold.run.BenchmarkId;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a progress is told. */
public final class Told implements Progress {
  private final List<String> said = new ArrayList<>();
  private int expected;
  private int ended;

  /** What was said, in order, but for the beginning and the good end of forks. */
  public List<String> said() {
    return said;
  }

  /** Forks that were announced in the stages until now. */
  int expected() {
    return expected;
  }

  /** Forks that ended, well or not, or were left out. */
  int ended() {
    return ended;
  }

  @Override
  public void waiting(String reason) {
    said.add("waiting");
  }

  @Override
  public void stage(String what, int forks) {
    said.add("stage " + what + " " + forks);
    expected += forks;
  }

  @Override
  public void fork(BenchmarkId id, Side side) {}

  @Override
  public void finished(BenchmarkId id, Side side) {
    ended++;
  }

  @Override
  public void failed(BenchmarkId id, Side side, String reason, int forksLeftOut) {
    said.add("failed %s %s %d".formatted(side, id.method(), forksLeftOut));
    ended += 1 + forksLeftOut;
  }

  @Override
  public void done() {
    said.add("done");
  }
}

package dev.tenfold.measure;

import dev.tenfold.run.BenchmarkId;

/** Is told what a session does, as it does it. Everything is called on the measuring thread. */
public interface Progress {
  /** The session waits for its turn on this machine. */
  void waiting(String reason);

  /**
   * An earlier try is gone on with.
   *
   * @param bouts that it took and that are not taken again; 0 if there was none
   */
  default void resumed(int bouts) {}

  /**
   * Benchmarks are left out.
   *
   * @param why a clause: "they need Java 21, and this is Java 17"
   */
  default void leftOut(int benchmarks, String why) {}

  /**
   * Measuring begins, or a further stage of it.
   *
   * @param what the stage, for people: "3 forks each", "confirming 2 suspects"
   * @param forks how many forks it is expected to take
   */
  void stage(String what, int forks);

  /** A fork begins. */
  void fork(BenchmarkId id, Side side);

  /** A fork has ended well. */
  void finished(BenchmarkId id, Side side);

  /** A benchmark is given up: its remaining forks will not be run. */
  void failed(BenchmarkId id, Side side, String reason, int forksLeftOut);

  /** The stage is over. */
  void done();
}

package dev.tenfold.measure;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The right to measure, alone on its machine for as long as it is open. */
public final class Session implements AutoCloseable {
  private final MachineLock lock;
  private final Workspace workspace;
  private final Progress progress;

  private Session(MachineLock lock, Workspace workspace, Progress progress) {
    this.lock = lock;
    this.workspace = workspace;
    this.progress = progress;
  }

  /** Opens a session as soon as no other measures on this machine. */
  public static Session open(Progress progress) {
    MachineLock lock = MachineLock.acquire(progress::waiting);
    return new Session(lock, Workspace.open(), progress);
  }

  /**
   * Sets up a bench for one jar, or for the two that are compared.
   *
   * @param turn how long a turn is, where an operation is no longer; empty for whole forks
   * @param journal of what was measured before
   * @param seed of every order that is drawn
   */
  public Bench bench(
      Map<Side, BenchmarkJar> jars,
      ForkOptions options,
      Optional<Duration> turn,
      Journal journal,
      long seed) {
    return new Bench(jars, options, turn, workspace, progress, journal, seed);
  }

  @Override
  public void close() {
    workspace.close();
    lock.close();
  }
}

package dev.tenfold.measure;

import dev.tenfold.machine.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The right to measure, alone on its machine for as long as it is open. */
public final class Session implements AutoCloseable {
  private final Optional<MachineLock> lock;
  private final Workspace workspace;
  private final Progress progress;
  private final Bounds bounds;

  private Session(
      Optional<MachineLock> lock, Workspace workspace, Progress progress, Bounds bounds) {
    this.bounds = bounds;
    this.lock = lock;
    this.workspace = workspace;
    this.progress = progress;
  }

  /** Opens a session as soon as no other measures on this machine. */
  public static Session open(Progress progress) {
    return open(progress, Bounds.DEFAULT);
  }

  /**
   * Opens a session as soon as no other measures on this machine.
   *
   * @param bounds beyond which a fork is measured again
   */
  public static Session open(Progress progress, Bounds bounds) {
    MachineLock lock = MachineLock.acquire(progress::waiting);
    try {
      return new Session(Optional.of(lock), Workspace.open(), progress, bounds);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Opens a session in which nothing is measured, so that it need not be alone. */
  public static Session idle(Progress progress) {
    return new Session(Optional.empty(), Workspace.open(), progress, Bounds.DEFAULT);
  }

  /**
   * Sets up a bench for one jar, or for the two that are compared.
   *
   * @param services that benchmarks may need
   * @param turn how long a turn is, where an operation is no longer; empty for whole forks
   * @param journal of what was measured before
   * @param seed of every order that is drawn
   */
  public Bench bench(
      Map<Side, BenchmarkJar> jars,
      List<Service> services,
      ForkOptions options,
      Optional<Duration> turn,
      Journal journal,
      long seed) {
    return new Bench(jars, services, options, turn, bounds, workspace, progress, journal, seed);
  }

  @Override
  public void close() {
    try {
      workspace.close();
    } finally {
      lock.ifPresent(MachineLock::close);
    }
  }
}

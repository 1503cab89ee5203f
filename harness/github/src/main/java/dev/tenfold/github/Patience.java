package dev.tenfold.github;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long may be waited, all in all, for GitHub to listen again. Used by one thread. */
public final class Patience {
  private final InstantSource clock;
  private final Pause pause;
  private Duration left;

  /** A way of letting time pass. */
  @FunctionalInterface
  public interface Pause {
    /** Returns when this time has passed. */
    void of(Duration time) throws InterruptedException;
  }

  Patience(Duration most, InstantSource clock, Pause pause) {
    this.left = most;
    this.clock = clock;
    this.pause = pause;
  }

  /** Patience of real time: GitHub says how long to wait, and tells nobody when it is over. */
  public static Patience of(Duration most) {
    return new Patience(most, InstantSource.system(), time -> Thread.sleep(time.toMillis()));
  }

  Instant now() {
    return clock.instant();
  }

  /** Waits; or does not, and is false, where that is longer than what is left. */
  boolean waits(Duration time) throws InterruptedIOException {
    if (time.compareTo(left) > 0) {
      return false;
    }
    left = left.minus(time);
    try {
      pause.of(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for GitHub.");
    }
  }
}

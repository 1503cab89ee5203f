package dev.tenfold.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Counts the forks of one stage and foretells its end. */
final class Tally {
  private final LongSupplier nanos;
  private final String stage;
  private final long begun;
  private int expected;
  private int ended;
  private int timed;
  private long forkBegun;
  private long inForks;

  /**
   * Begins a stage now.
   *
   * @param nanos a clock that only ever goes forward, such as {@link System#nanoTime}
   */
  Tally(LongSupplier nanos, String stage, int expected) {
    this.nanos = nanos;
    this.stage = stage;
    this.expected = expected;
    this.begun = nanos.getAsLong();
  }

  void begun() {
    forkBegun = nanos.getAsLong();
  }

  void finished() {
    // Two forks of a pair begin together and end together: it took them half of it each.
    long now = nanos.getAsLong();
    inForks += now - forkBegun;
    forkBegun = now;
    timed++;
    ended++;
  }

  /** A broken fork says nothing of how long a whole one takes. */
  void failed(int leftOut) {
    ended++;
    expected -= leftOut;
  }

  String stage() {
    return stage;
  }

  int ended() {
    return ended;
  }

  int expected() {
    return expected;
  }

  /** The share of the forks that have ended, 0 to 100, rounded down: 100 is the end alone. */
  int percent() {
    return expected <= 0 ? 100 : (int) (100L * Math.min(ended, expected) / expected);
  }

  Duration elapsed() {
    return Duration.ofNanos(nanos.getAsLong() - begun);
  }

  /** The mean time of the finished forks for each that is left; empty before the first. */
  Optional<Duration> left() {
    return timed == 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(inForks / timed * Math.max(0, expected - ended)));
  }

  /** For example {@code 12/60 forks, 20 %, 1:05 elapsed, 4:20 left}. */
  String text() {
    return ended
        + "/"
        + expected
        + " forks, "
        + percent()
        + " %, "
        + clock(elapsed())
        + " elapsed"
        + left().map(time -> ", " + clock(time) + " left").orElse("");
  }

  /** Minutes and seconds, with hours where there are any. */
  static String clock(Duration time) {
    String seconds = twoDigits(time.toSecondsPart());
    return time.toHours() == 0
        ? time.toMinutes() + ":" + seconds
        : time.toHours() + ":" + twoDigits(time.toMinutesPart()) + ":" + seconds;
  }

  private static String twoDigits(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}

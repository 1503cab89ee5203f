package dev.tenfold.run;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What else the machine did while something was measured. A field that the machine does not tell is
 * empty, which never means that all was well.
 *
 * @param wall how long the window was; positive
 * @param processor who had the processor time
 * @param waited share of the wall time, 0 to 1, in which some process was ready to run and had no
 *     processor: of the own control group where there is one, else of the whole machine. The
 *     measured JVMs keep each other waiting too, so it says that there was a queue, not whose
 * @param throttled time for which the quota of a container held processes back, in parts of the
 *     wall time; summed over processors and nested groups, so that it may exceed 1
 * @param overheated how often a processor lowered its clock because it was too hot, as it counts
 *     itself; at least 0
 * @param load average number of processes that ran or wanted to, over the minute before the end; at
 *     least 0
 * @param runnable threads that ran or wanted to at the end, with the one that looked; at least 0
 */
public record Conditions(
    Duration wall,
    Processor processor,
    OptionalDouble waited,
    OptionalDouble throttled,
    OptionalLong overheated,
    OptionalDouble load,
    OptionalInt runnable) {

  /**
   * Who had the processor time of the window: shares, 0 to 1, of all that the processors which may
   * be used had to give. The rest was idle.
   *
   * @param own of this process and of those that it started and saw end
   * @param foreign of every other process, and of the kernel
   * @param stolen by the hypervisor, for other virtual machines; 0 also where a hypervisor keeps it
   *     to itself
   */
  public record Processor(OptionalDouble own, OptionalDouble foreign, OptionalDouble stolen) {
    /** Of a machine that does not tell. */
    public static final Processor UNKNOWN =
        new Processor(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    public Processor {
      atMost(1, "own share of the processors", own);
      atMost(1, "foreign share of the processors", foreign);
      atMost(1, "stolen share of the processors", stolen);
    }
  }

  public Conditions {
    if (wall.isNegative() || wall.isZero()) {
      throw new IllegalArgumentException("A window of " + wall + " has no conditions.");
    }
    atMost(1, "share of the time waited", waited);
    atMost(Double.MAX_VALUE, "throttled time", throttled);
    atMost(Double.MAX_VALUE, "load", load);
    if (overheated.orElse(0) < 0 || runnable.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "Counts are not negative: %s, %s.".formatted(overheated, runnable));
    }
  }

  private static void atMost(double most, String what, OptionalDouble value) {
    // Said so that NaN fails too.
    if (value.isPresent() && !(value.getAsDouble() >= 0 && value.getAsDouble() <= most)) {
      throw new IllegalArgumentException(
          "The %s is 0 to %s, not %s.".formatted(what, most, value.getAsDouble()));
    }
  }
}

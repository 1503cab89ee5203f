package dev.tenfold.machine;

import dev.tenfold.run.Conditions;
import dev.tenfold.run.Conditions.Processor;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much of something else a measurement bears before it is worth repeating.
 *
 * <p>What hits base and head alike is taken out by measuring them alternately, so only what is
 * strong counts. Not judged: the time that processes waited, because four threads of a benchmark on
 * two processors make each other wait 85 % of the time, and one foreign busy loop makes one thread
 * wait 10 %; the load, because its minute is longer than the window; and heat, because a machine
 * that is too hot for its clock is so in the next fork too.
 *
 * @param foreign largest share of the processors that others may have, 0 to 1
 * @param stolen largest part, 0 to 1, of the time that processes wanted of the processors that the
 *     hypervisor may give to other machines. It is judged by what was wanted, so that one busy
 *     thread on many processors is seen too
 * @param throttled longest time that a quota may hold processes back, in parts of the wall time
 */
public record Bounds(double foreign, double stolen, double throttled) {

  /**
   * A fifth of each. Measured on two processors, windows of 2 s: with nobody else the foreign share
   * is 0 to 4 %; one busy loop has 49 to 50 % beside one thread of ours, which then gets a sixth
   * less done on average, and 23 to 25 % beside four; two have 65 to 72 % and 42 to 44 %, and half
   * is left of what the one thread gets done. Steal was never above 0.5 %.
   */
  public static final Bounds DEFAULT = new Bounds(0.2, 0.2, 0.2);

  /** The kernel counts in ticks of a hundredth of a second, and shorter windows hold too few. */
  private static final Duration SHORTEST = Duration.ofMillis(500);

  /** Nothing is too much. */
  public static final Bounds NONE = new Bounds(1, 1, Double.MAX_VALUE);

  public Bounds {
    if (!(foreign >= 0 && stolen >= 0 && throttled >= 0)) {
      throw new IllegalArgumentException(
          "Bounds are not negative: %s, %s, %s.".formatted(foreign, stolen, throttled));
    }
  }

  /**
   * Why a measurement under these conditions counts as disturbed: a sentence, without its full
   * stop. Empty if no bound is known to have been crossed; what is unknown crosses none, as
   * repeating would not make it known. Nor is it known of windows shorter than half a second.
   */
  public Optional<String> crossedBy(Conditions conditions) {
    if (conditions.wall().compareTo(SHORTEST) < 0) {
      return Optional.empty();
    }
    Processor processor = conditions.processor();
    return above(foreign, processor.foreign(), "of the processor time went to other processes")
        .or(
            () ->
                above(
                    stolen,
                    stolen(processor),
                    "of the wanted processor time was stolen by the hypervisor"))
        .or(
            () ->
                above(
                    throttled,
                    conditions.throttled(),
                    "of the time processes were held back by the quota of the container"));
  }

  /** Where it is not known what was wanted, it was at most everything. */
  private static OptionalDouble stolen(Processor processor) {
    if (processor.stolen().isEmpty()) {
      return OptionalDouble.empty();
    }
    double stolen = processor.stolen().getAsDouble();
    boolean known = processor.own().isPresent() && processor.foreign().isPresent();
    double wanted =
        known ? processor.own().getAsDouble() + processor.foreign().getAsDouble() + stolen : 1;
    return OptionalDouble.of(stolen == 0 ? 0 : stolen / wanted);
  }

  private static Optional<String> above(double bound, OptionalDouble found, String what) {
    return found.isPresent() && found.getAsDouble() > bound
        ? Optional.of(String.format(Locale.ROOT, "%.0f %% %s", 100 * found.getAsDouble(), what))
        : Optional.empty();
  }
}

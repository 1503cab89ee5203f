package dev.tenfold.machine;

import dev.tenfold.machine.Counters.Ticks;
import dev.tenfold.run.Conditions;
import dev.tenfold.run.Conditions.Processor;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Watches the machine while something is measured.
 *
 * <p>Own is what this process and the children that are named do, and every process that one of
 * them started, once that has ended and its parent has seen it end. So a window must begin before
 * the measured JVMs are started and end after they have ended: another child that lives on counts
 * as foreign, one that is older than the window brings its earlier time along. Shares are made of
 * ticks of 10 ms: in a window of one second they are good to about 2 %.
 */
public final class Watch {
  private final KernelFiles files;
  private final LongSupplier nanoTime;
  private final Supplier<Set<Long>> children;
  private final ControlGroup group;
  private final long since;
  private final Counters before;

  private Watch(KernelFiles files, LongSupplier nanoTime, Supplier<Set<Long>> children) {
    this.files = files;
    this.nanoTime = nanoTime;
    this.children = children;
    this.group = ControlGroup.of(files);
    this.since = nanoTime.getAsLong();
    this.before = Counters.read(files, group, children.get());
  }

  /**
   * Begins to watch this machine. Takes half a millisecond, the first times some more; never fails.
   */
  public static Watch begin() {
    return begin(Set::of);
  }

  /**
   * Begins to watch this machine.
   *
   * @param children process identifiers of children that live longer than the window, as they are
   *     at its beginning and at its end
   */
  public static Watch begin(Supplier<Set<Long>> children) {
    return new Watch(KernelFiles.here(), System::nanoTime, children);
  }

  static Watch begin(KernelFiles files, LongSupplier nanoTime) {
    return new Watch(files, nanoTime, Set::of);
  }

  /**
   * What went on since the beginning. May be asked again; each time the window is longer. What the
   * machine does not tell is empty, and so is what it tells without sense: a counter that went
   * backwards has been started anew, and how far it got before nobody knows.
   */
  public Conditions end() {
    long nanos = Math.max(1, nanoTime.getAsLong() - since);
    Counters after = Counters.read(files, group, children.get());
    String[] load = files.word("proc/loadavg").orElse("").split("\\s+", -1);
    return new Conditions(
        Duration.ofNanos(nanos),
        processor(after),
        part(grown(before.waited(), after.waited()), nanos / 1e3, 1),
        part(grown(before.throttled(), after.throttled()), nanos, Double.MAX_VALUE),
        grown(before.overheated(), after.overheated()),
        average(load[0]),
        load.length < 4 ? OptionalInt.empty() : count(load[3].replaceFirst("/.*", "")));
  }

  private Processor processor(Counters after) {
    Optional<Ticks> window =
        after.ticks().flatMap(now -> before.ticks().map(now::minus)).filter(Watch::makesSense);
    if (window.isEmpty()) {
      return Processor.UNKNOWN;
    }
    Ticks ticks = window.get();
    long all = ticks.busy() + ticks.idle() + ticks.stolen();
    OptionalLong own = grown(before.own(), after.own());
    // The clocks of processes and of processors are not read at the same instant.
    OptionalLong foreign =
        own.isEmpty() ? own : OptionalLong.of(Math.max(0, ticks.busy() - own.getAsLong()));
    return new Processor(
        part(own, all, 1), part(foreign, all, 1), part(OptionalLong.of(ticks.stolen()), all, 1));
  }

  private static boolean makesSense(Ticks grown) {
    return grown.busy() >= 0
        && grown.idle() >= 0
        && grown.stolen() >= 0
        && grown.busy() + grown.idle() + grown.stolen() > 0;
  }

  private static OptionalLong grown(OptionalLong before, OptionalLong after) {
    if (before.isEmpty() || after.isEmpty()) {
      return OptionalLong.empty();
    }
    long grown = after.getAsLong() - before.getAsLong();
    return grown < 0 ? OptionalLong.empty() : OptionalLong.of(grown);
  }

  private static OptionalDouble part(OptionalLong of, double all, double most) {
    return of.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(most, of.getAsLong() / all));
  }

  private static OptionalDouble average(String told) {
    return told.matches("\\d{1,9}(\\.\\d+)?")
        ? OptionalDouble.of(Double.parseDouble(told))
        : OptionalDouble.empty();
  }

  private static OptionalInt count(String told) {
    return told.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(told)) : OptionalInt.empty();
  }
}

package dev.tenfold.machine;

import dev.tenfold.run.Conditions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for what makes this machine unfit to measure on.
 *
 * <p>The randomised layout of addresses is not among it: it is the same dice for base and head, and
 * many forks throw them often.
 */
public final class Doctor {
  private static final Duration SAMPLE = Duration.ofSeconds(1);

  private final KernelFiles files;

  Doctor(KernelFiles files) {
    this.files = files;
  }

  /** The doctor of this machine. */
  public static Doctor here() {
    return new Doctor(KernelFiles.here());
  }

  /** Everything that was looked at, fit or not. Takes a second, in which the machine is watched. */
  public List<Symptom> examine() {
    Watch watch = Watch.begin(files, System::nanoTime);
    try {
      Thread.sleep(SAMPLE.toMillis());
    } catch (InterruptedException e) {
      // What was seen until now is still true of a shorter time.
      Thread.currentThread().interrupt();
    }
    return examine(watch.end());
  }

  /**
   * The same for a machine that was watched already.
   *
   * @param now what it did a moment ago
   */
  List<Symptom> examine(Conditions now) {
    Enclosure enclosure = Enclosure.of(files);
    return Stream.of(
            new ProcessorChecks(files, enclosure).symptoms(),
            new ClockChecks(files, enclosure).symptoms(),
            new MemoryChecks(files).symptoms(),
            new NeighbourChecks(files, enclosure, now).symptoms())
        .flatMap(List::stream)
        .toList();
  }
}

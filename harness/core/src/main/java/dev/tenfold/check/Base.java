package dev.tenfold.check;

import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.run.Run;
import dev.tenfold.store.Baseline;
import java.time.Instant;
import java.util.Optional;

/** What the head is compared with. */
sealed interface Base {

  /**
   * A jar at hand, which is measured beside the head: the best there is.
   *
   * @param jar to measure
   * @param note a sentence for people: where the jar comes from
   */
  record Jar(BenchmarkJar jar, String note) implements Base {
    @Override
    public String identity() {
      return "jar " + jar.sha256();
    }
  }

  /**
   * A run that the user named.
   *
   * @param run the numbers
   * @param named for people: the file
   */
  record Numbers(Run run, String named) implements Base {
    @Override
    public Optional<Run> stored() {
      return Optional.of(run);
    }
  }

  /** A baseline of this machine whose jar is not here any more. */
  record Kept(Baseline baseline) implements Base {
    @Override
    public Optional<Run> stored() {
      return Optional.of(baseline.run());
    }
  }

  /** A baseline of another machine, of which only the allocation can be compared. */
  record Portable(Baseline baseline) implements Base {
    @Override
    public Optional<Run> stored() {
      return Optional.of(baseline.run());
    }
  }

  /** Nothing; what is measured becomes the baseline. */
  record None() implements Base {}

  /** The numbers that are compared, if it is not measured. */
  default Optional<Run> stored() {
    return Optional.empty();
  }

  /** By which it is known to be another. */
  default String identity() {
    return stored()
        .map(Run::origin)
        .map(
            origin ->
                "numbers of jar %s, measured at %s"
                    .formatted(
                        origin.jar().orElse("unknown"),
                        origin.at().map(Instant::toString).orElse("an unknown time")))
        .orElse("");
  }
}

package dev.tenfold.store;

import dev.tenfold.run.Run;
import java.nio.file.Path;
import java.util.List;

/**
 * A run that somebody chose to keep, with the earlier sessions of the same suite and machine.
 *
 * @param file in which it lies
 * @param run the numbers, fork by fork as summaries
 * @param earlier older kept sessions, the newest first
 */
public record Baseline(Path file, Run run, List<Run> earlier) {
  public Baseline {
    earlier = List.copyOf(earlier);
  }

  /** All kept sessions, the newest first. */
  public List<Run> sessions() {
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(run), earlier.stream())
        .toList();
  }
}

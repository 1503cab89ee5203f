package dev.tenfold.run;

import java.time.Instant;
import java.util.Optional;

/**
 * Where, when and from what a run comes. A plain JMH file tells none of it.
 *
 * @param machine that measured
 * @param revision of the source, as the version control names it, with {@code -dirty} behind where
 *     the work tree differed from it
 * @param at when the run began
 * @param jar SHA-256 of the measured jar, in lower-case hexadecimal
 */
public record Origin(
    Optional<Machine> machine,
    Optional<String> revision,
    Optional<Instant> at,
    Optional<String> jar) {

  /** The origin of numbers that tell nothing about it. */
  public static final Origin UNKNOWN =
      new Origin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}

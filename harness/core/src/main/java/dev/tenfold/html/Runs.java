package dev.tenfold.html;

import dev.tenfold.run.Run;
import java.util.Optional;

/**
 * The runs behind a verdict. Whatever is not there is not drawn, and the page says so.
 *
 * @param base the screening of the base, or the stored numbers that the head was compared with
 * @param head the screening of the head
 * @param freshBase the fresh forks of the base that the suspects were confirmed with
 * @param freshHead those of the head
 */
public record Runs(
    Optional<Run> base, Optional<Run> head, Optional<Run> freshBase, Optional<Run> freshHead) {
  /** Where nothing but the verdict is at hand. */
  public static final Runs NONE =
      new Runs(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}

package dev.tenfold.check;

import dev.tenfold.compare.Tolerance;
import dev.tenfold.config.Suite;
import dev.tenfold.judge.Policy;
import dev.tenfold.revision.Revisions.Built;
import dev.tenfold.store.Baselines;
import dev.tenfold.store.Jars;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a check.
 *
 * @param jar whose benchmarks are judged
 * @param suite what of it is measured, and how much
 * @param policy by which it is judged
 * @param against what it is compared with
 * @param places where things lie
 * @param seed of the order of the benchmarks
 */
public record Request(
    Path jar, Suite suite, Policy policy, Against against, Places places, long seed) {

  /**
   * What the jar is compared with.
   *
   * @param base a jar or a run file
   * @param built a jar that was built of an earlier revision; without it and without a base, the
   *     kept baseline is compared with
   * @param required whether it is an error that there is no baseline
   * @param tolerated ways in which stored numbers may differ and still be compared
   * @param identity whether what runs the same code in both jars is spared the measuring
   */
  public record Against(
      Optional<Path> base,
      Optional<Built> built,
      boolean required,
      Set<Tolerance> tolerated,
      boolean identity) {

    /** Against the kept baseline, if there is one. */
    public static final Against KEPT =
        new Against(Optional.empty(), Optional.empty(), false, Set.of(), true);
  }

  /**
   * Where a check reads and writes.
   *
   * @param out directory for the documents
   * @param baselines kept runs of the project
   * @param jars the local store
   */
  public record Places(Path out, Baselines baselines, Jars jars) {}
}

package dev.tenfold.check;

import dev.tenfold.compare.SessionSpread;
import dev.tenfold.compare.Tolerance;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Verdict;
import dev.tenfold.measure.Shard;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shards of a suite, put together again: the verdict is the one that would have been reached
 * had one process taken all their forks.
 */
public final class Merge {
  private final List<Part> parts = new ArrayList<>();

  private Merge() {}

  /** A shard, and where it lies. */
  private record Part(Path directory, Material material, Share share) {}

  /**
   * Reaches the verdict on the shards in some directories and writes it down, with the runs of the
   * whole suite. Where a shard is missing, the verdict on the others alone is written, which is
   * incomplete.
   *
   * @param directories at least one
   * @param required whether it is an error that there is no base
   * @throws InputException if a directory holds no shard that was measured to its end, or if two
   *     are not shards of one measurement, or are the same
   */
  public static Verdict run(
      List<Path> directories, Path out, Policy policy, boolean required, Set<Tolerance> tolerated) {
    Merge merge = of(directories, Optional.of(out));
    Material whole = merge.union().material();
    Output output = Output.in(out);
    if (merge.missing().isEmpty()) {
      whole.write(output);
    }
    Verdict verdict = merge.judged(whole, policy, required, tolerated);
    output.verdict(verdict, whole.runs());
    return verdict;
  }

  /**
   * Reaches the same verdict and writes nothing.
   *
   * @throws InputException as {@link #run}
   */
  public static Verdict verdict(
      List<Path> directories, Policy policy, boolean required, Set<Tolerance> tolerated) {
    Merge merge = of(directories, Optional.empty());
    return merge.judged(merge.union().material(), policy, required, tolerated);
  }

  private static Merge of(List<Path> directories, Optional<Path> out) {
    Merge merge = new Merge();
    directories.forEach(
        directory -> {
          out.ifPresent(other -> refuseSame(directory, other));
          merge.add(directory);
        });
    return merge;
  }

  private Union union() {
    return new Union(parts.stream().map(Part::material).toList());
  }

  private Verdict judged(
      Material whole, Policy policy, boolean required, Set<Tolerance> tolerated) {
    List<Shard> missing = missing();
    int suite = missing.isEmpty() ? 0 : parts.get(0).share().suite();
    Verdict judged = whole.verdict(policy, suite, required, tolerated, SessionSpread.STATED);
    Verdict noted = union().note().map(judged::noting).orElse(judged);
    return missing.isEmpty() ? noted : noted.lacking(lacking(missing));
  }

  private static void refuseSame(Path directory, Path out) {
    if (normal(directory).equals(normal(out))) {
      throw new InputException(
          "%s holds a shard, and the whole goes elsewhere. Name another directory with --out DIRECTORY."
              .formatted(out));
    }
  }

  private void add(Path directory) {
    Material material = Material.read(directory);
    Share share =
        material
            .share()
            .orElseThrow(
                () ->
                    new InputException(
                        "%s holds no shard that was measured to its end. Measure it with --shard K/N, or go on with it by --resume."
                            .formatted(directory)));
    Part part = new Part(directory, material, share);
    parts.forEach(other -> refuseStrangers(other, part));
    parts.add(part);
  }

  private static void refuseStrangers(Part some, Part other) {
    if (some.share().shard().equals(other.share().shard())) {
      throw new InputException(
          "Shard %s is given twice: in %s and in %s. Name the directory of each shard once."
              .formatted(some.share().shard(), some.directory(), other.directory()));
    }
    List<String> differences = some.share().differences(other.share());
    if (!differences.isEmpty()) {
      throw new InputException(
          "%s and %s are not shards of one measurement: %s. Measure all of them with the same jars and options."
              .formatted(some.directory(), other.directory(), String.join("; ", differences)));
    }
  }

  private static Path normal(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize(); // it is not there yet
    }
  }

  private List<Shard> missing() {
    List<Shard> missing = new ArrayList<>(parts.get(0).share().shard().all());
    parts.forEach(part -> missing.remove(part.share().shard()));
    return missing;
  }

  private static String lacking(List<Shard> missing) {
    return "Of shard %s nothing is known, so only this verdict on the others was written. Measure it, and merge all."
        .formatted(missing.stream().map(Shard::toString).collect(Collectors.joining(", ")));
  }
}

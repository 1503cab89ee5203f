package dev.tenfold.check;

import dev.tenfold.compare.Tolerance;
import dev.tenfold.config.Effort;
import dev.tenfold.config.Suite;
import dev.tenfold.judge.Policy;
import dev.tenfold.machine.Bounds;
import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.measure.ForkOptions;
import dev.tenfold.measure.Selection;
import dev.tenfold.measure.Shard;
import dev.tenfold.revision.Revisions.Built;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Machine;
import dev.tenfold.store.Baselines;
import dev.tenfold.store.Jars;
import dev.tenfold.store.Particulars;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is asked of a check.
 *
 * @param jar whose benchmarks are judged
 * @param suite what of it is measured, and how much
 * @param policy by which it is judged
 * @param against what it is compared with
 * @param places where things lie
 * @param manner of measuring
 */
public record Request(
    Path jar, Suite suite, Policy policy, Against against, Places places, Manner manner) {

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

  /**
   * How measuring is gone about.
   *
   * @param seed of the order of the benchmarks
   * @param shard which share of the suite is measured; empty for the whole
   * @param resume whether to go on with what was measured before this process
   * @param bounds beyond which a fork is measured again
   */
  public record Manner(long seed, Optional<Shard> shard, boolean resume, Bounds bounds) {

    /**
     * How measuring is gone about.
     *
     * @param repeat whether forks that others disturbed are measured again, within bounds
     */
    public Manner(long seed, Optional<Shard> shard, boolean resume, boolean repeat) {
      this(seed, shard, resume, repeat ? Bounds.DEFAULT : Bounds.NONE);
    }
  }

  /**
   * All that must be the same for a measurement to be gone on with. What only judges, or only
   * bounds how long is waited, may change.
   */
  Particulars particulars(BenchmarkJar head, Machine machine, String base) {
    SortedMap<String, String> all = new TreeMap<>();
    all.put("base", base);
    all.put("jar", head.sha256());
    all.put("machine", machine.id());
    all.put("suite", suite.name());
    all.put("seed", Long.toString(manner.seed()));
    all.put("shard", text(manner.shard()));
    selection(suite.selection(), all);
    options(suite.options(), all);
    effort(suite.effort(), all);
    all.put(
        "policy",
        "alpha %s, screen %s, equivalence %s, %s"
            .formatted(policy.alpha(), policy.screen(), policy.equivalence(), policy.limits()));
    all.put("allowed differences", new TreeSet<>(against.tolerated()).toString());
    return new Particulars(all);
  }

  private static void selection(Selection selection, SortedMap<String, String> to) {
    to.put("benchmarks", globs(selection.includes()));
    to.put("excluded benchmarks", globs(selection.excludes()));
    to.put("parameters", new TreeMap<>(selection.params()).toString());
    to.put("threads", text(selection.threads()));
    to.put("modes", new TreeSet<>(selection.modes()).toString());
  }

  private static void options(ForkOptions options, SortedMap<String, String> to) {
    to.put("JDK", options.java().toString());
    to.put("warm-up iterations", text(options.warmups()));
    to.put("warm-up time", text(options.warmupTime()));
    to.put("iterations", text(options.iterations()));
    to.put("iteration time", text(options.iterationTime()));
    to.put("JVM arguments", options.jvmArgsAppend().toString());
  }

  private static void effort(Effort effort, SortedMap<String, String> to) {
    to.put("forks", effort.screening().at().toString());
    to.put("confirming forks", effort.confirming().at().toString());
    to.put("turn", text(effort.turn()));
    to.put("budget", text(effort.budget()));
    to.put("JVM mode", effort.jvm().toString());
  }

  private static String globs(List<Glob> globs) {
    return globs.stream().map(Glob::text).collect(Collectors.joining(" "));
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private static String text(OptionalInt value) {
    return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
  }
}

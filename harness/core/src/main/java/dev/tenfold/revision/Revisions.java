package dev.tenfold.revision;

import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.run.InputException;
import dev.tenfold.store.Builds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The revisions of a project as benchmark jars.
 *
 * @param builds in which jars are remembered
 * @param build how the project is built
 * @param patience how long a build may take
 * @param environment of git and of the build
 * @param progress is told what goes on, in sentences
 */
public record Revisions(
    Builds builds,
    Build build,
    Duration patience,
    Map<String, String> environment,
    Consumer<String> progress) {
  /** How long a build may take if nothing else is known of it. */
  public static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final String JAVA_HOME = "JAVA_HOME";

  public Revisions {
    environment = new TreeMap<>(environment);
    // Named, so that a jar that another JDK compiled is never taken for this one's.
    environment.putIfAbsent(JAVA_HOME, System.getProperty("java.home", ""));
  }

  /**
   * A jar that was built for a comparison.
   *
   * @param jar in the local store, with its revision
   * @param note for the verdict: which revision that is, and why that one
   */
  public record Built(BenchmarkJar jar, String note) {}

  /**
   * The short revision that a work tree is at, with {@code -dirty} behind it if tracked files
   * differ; empty without git or a commit.
   */
  public static Optional<String> current(Path directory, Map<String, String> environment) {
    return Repository.revision(directory, environment);
  }

  /**
   * The jar of the commit at which the current branch left another, built now or before.
   *
   * @param ref branch, tag or hash; an ancestor of the current commit is itself that commit
   * @param head jar of the current work tree; the base's is expected at the same place in its own
   * @throws InputException if it cannot be told which commit that is, or if it cannot be built
   */
  public Built jar(String ref, Path head) {
    Path real = real(BenchmarkJar.at(head).path());
    Repository repository =
        Repository.holding(Objects.requireNonNull(real.getParent()), environment);
    ForkPoint base = repository.forkPoint(ref);
    progress.accept(base.note());
    Path place = repository.top().relativize(real);
    String how = "%s of %s with Java %s".formatted(place, build, environment.get(JAVA_HOME));
    BenchmarkJar jar =
        builds.get(base.commit(), how).orElseGet(() -> built(repository, base, how, place));
    return new Built(jar.from(Optional.of(base.revision())), base.note());
  }

  private static Path real(Path jar) {
    try {
      return jar.toRealPath();
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s".formatted(jar, e.getMessage()), e);
    }
  }

  /** Keeps the jar while its work tree is still there. */
  private BenchmarkJar built(Repository repository, ForkPoint base, String how, Path place) {
    try (Worktree worktree = Worktree.of(repository, base.commit(), patience)) {
      List<String> command = build.command(repository.top(), place, worktree.tree());
      String advice =
          "Say how it is built (--base-build COMMAND), or build it yourself and give its jar: --base JAR";
      progress.accept("Building the base: " + String.join(" ", command));
      worktree.run(
          command,
          repository.git().environment(),
          "The build of the base " + base.revision(),
          advice);
      Path jar = worktree.tree().resolve(place);
      if (!Files.exists(jar)) {
        throw new InputException(
            "The build of the base %s passed but made no %s: %s. %s"
                .formatted(base.revision(), place, String.join(" ", command), advice));
      }
      return builds.keep(base.commit(), how, BenchmarkJar.at(jar));
    }
  }
}

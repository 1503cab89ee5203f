package dev.tenfold.github;

import dev.tenfold.check.Material;
import dev.tenfold.check.Merge;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.compare.Tolerance;
import dev.tenfold.config.Suite;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Run;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was measured, in a directory that a stranger may have filled: the results of one suite, or
 * those of several in directories named after them. In the place of results, a directory may hold
 * the directories of their shards.
 *
 * <p>Only files of the names that a check writes are read, none of them a link, and none without a
 * bound on its size. A verdict or a comment that lies beside them is not believed.
 */
public final class Results {
  private static final String HEAD = "run.json";
  private static final String SHARD = "shard.json";

  /** Anything else, in a name, is there to look like something that it is not. */
  private static final String HARMLESS = "[A-Za-z0-9._-]{1,100}";

  private static final int MOST_DIRECTORIES = 1000;
  private static final int MOST_SUITES = 20;

  /** Of a second each, these would be measured in a day. */
  private static final int MOST_FINDINGS = 50_000;

  /** Of all files together: real ones have a few MiB, and each byte costs several of memory. */
  private static final long MOST_BYTES = 128L << 20;

  private final Map<String, List<Path>> suites;
  private long bytes;

  private Results(Map<String, List<Path>> suites) {
    this.suites = suites;
  }

  /**
   * The results in a directory.
   *
   * @param name of the suite, if there is only one and no directory names it
   * @throws InputException if there are none, or if something there was made to do harm
   */
  public static Results in(Path directory, String name) {
    Map<String, List<Path>> suites = new TreeMap<>();
    List<Path> whole = parts(directory);
    if (!whole.isEmpty()) {
      suites.put(name, whole);
    } else {
      for (Path child : children(directory)) {
        List<Path> parts = parts(child);
        if (!parts.isEmpty()) {
          named(child, Suite.NAME, "lower-case letters, digits and dashes");
          suites.put(String.valueOf(child.getFileName()), parts);
        }
      }
    }
    if (suites.isEmpty()) {
      throw new InputException(
          "There are no results in %s: no %s, nor directories with one. Name the directory that a check wrote to, for example reports/latest."
              .formatted(directory, HEAD));
    }
    if (suites.size() > MOST_SUITES) {
      throw new InputException(
          "%s holds results of %d suites, and more than %d comments on one pull request help nobody. Name one of them."
              .formatted(directory, suites.size(), MOST_SUITES));
    }
    Results results = new Results(suites);
    suites.values().forEach(parts -> parts.forEach(results::inspect));
    return results;
  }

  /**
   * The verdicts on all suites, each reached from its forks.
   *
   * @param required whether it is an error that there is no base
   * @throws InputException if the results of a suite are not what a check writes
   */
  public List<Judged> judged(Policy policy, boolean required, Set<Tolerance> tolerated) {
    List<Judged> judged = new ArrayList<>();
    suites.forEach((suite, parts) -> judged.add(judged(suite, parts, policy, required, tolerated)));
    return judged;
  }

  private static Judged judged(
      String suite, List<Path> parts, Policy policy, boolean required, Set<Tolerance> tolerated) {
    try {
      boolean whole = parts.size() == 1 && !Files.exists(parts.get(0).resolve(SHARD));
      Verdict verdict =
          whole
              ? few(Material.read(parts.get(0)))
                  .verdict(policy, required, tolerated, SessionSpread.STATED)
              : Merge.verdict(parts, policy, required, tolerated);
      few(verdict.findings().size());
      Judged judged = Judged.of(suite, verdict);
      judged.text(); // What cannot be shown is refused too, before anything is posted.
      Optional<String> other =
          whole ? Claim.in(parts.get(0)).other(verdict.status()) : Optional.empty();
      return other.map(judged::remarking).orElse(judged);
    } catch (OutOfMemoryError e) {
      throw new InputException(
          "The results of suite %s cannot be judged in the %d MiB of memory that this JVM may use. Those of a check are small: look at why they are not, or allow more with -Xmx."
              .formatted(suite, Runtime.getRuntime().maxMemory() >> 20),
          e);
    } catch (RuntimeException e) {
      // Whatever it is, it is the file's fault: no check wrote numbers that cannot be judged.
      throw new InputException(
          "The results of suite %s cannot be judged: %s"
              .formatted(suite, Visible.of(String.valueOf(e.getMessage()), 600)),
          e);
    }
  }

  /** Counted before they are judged, which takes far more time than to read them. */
  private static Material few(Material material) {
    Run head = material.head();
    few(head.results().size() + head.failures().size() + head.spared().size());
    material.base().ifPresent(base -> few(base.results().size()));
    return material;
  }

  private static void few(int findings) {
    if (findings > MOST_FINDINGS) {
      throw new InputException(
          "there are more than %d benchmarks, which no check measures.".formatted(MOST_FINDINGS));
    }
  }

  /** The directories that hold the results of one suite: itself, or one for each of its shards. */
  private static List<Path> parts(Path directory) {
    return isThere(directory.resolve(HEAD))
        ? List.of(directory)
        : children(directory).stream()
            .filter(child -> isThere(child.resolve(HEAD)) && isThere(child.resolve(SHARD)))
            .map(child -> named(child, HARMLESS, "letters, digits, dots and dashes"))
            .toList();
  }

  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path named(Path directory, String pattern, String inWords) {
    String name = String.valueOf(directory.getFileName());
    if (!name.matches(pattern)) {
      throw new InputException(
          "The directory \"%s\" holds results, and its name may only have %s. Name it after its suite or shard."
              .formatted(Visible.of(name, 100), inWords));
    }
    return directory;
  }

  /** The directories in a directory, in the order of their names. */
  private static List<Path> children(Path directory) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      for (Path child : all) {
        if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
          children.add(child);
        }
        if (children.size() > MOST_DIRECTORIES) {
          throw new InputException(
              "%s holds more than %d directories, which no check made."
                  .formatted(Visible.of(directory.toString()), MOST_DIRECTORIES));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new InputException(
          "%s cannot be read as a directory of results. Name the directory that a check wrote to."
              .formatted(Visible.of(directory.toString())),
          e);
    }
    return children.stream().sorted().toList();
  }

  private void inspect(Path directory) {
    for (String name : Material.files()) {
      Path file = directory.resolve(name);
      try {
        inspect(
            file, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
      } catch (NoSuchFileException e) {
        // Most are there only sometimes.
      } catch (IOException e) {
        throw new InputException("%s cannot be read.".formatted(file), e);
      }
    }
  }

  private void inspect(Path file, BasicFileAttributes attributes) throws IOException {
    if (!attributes.isRegularFile()) {
      throw new InputException(
          "%s is a link, a directory or a device; results are plain files.".formatted(file));
    }
    bytes += attributes.size();
    if (bytes > MOST_BYTES) {
      throw new InputException(
          "%s is too large: all results together may have %d MiB."
              .formatted(file, MOST_BYTES >> 20));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(2);
      if (head.length == 2 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
        throw new InputException(
            "%s is compressed, which a check never does; how large it is cannot be seen."
                .formatted(file));
      }
    }
  }
}

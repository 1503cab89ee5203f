package dev.tenfold.report;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the line in which a benchmark is declared. It looks at text and not at syntax: what it does
 * not find has no place, and nothing depends on it. Follows no links. Used by one thread.
 */
public final class Sources {
  private static final long MOST_BYTES = 1 << 20;
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]{0,200}");
  private static final List<String> SUFFIXES = List.of(".java", ".kt", ".scala");

  /** Where a project is described, the most fitting first. */
  private static final List<String> DESCRIPTIONS =
      List.of(
          "tenfold.yaml",
          "benchmarks/tenfold.yaml",
          "pom.xml",
          "build.gradle.kts",
          "build.gradle",
          "README.md");

  /** Within so many lines behind its annotation stands the name of a benchmark. */
  private static final int REACH = 15;

  private final Path directory;
  private final Path top;
  private final List<Path> roots;
  private final Map<String, Optional<Place>> known = new HashMap<>();

  private Sources(Path directory, List<Path> roots) {
    this.directory = directory.toAbsolutePath().normalize();
    this.top = top(this.directory);
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /**
   * The sources below some directories.
   *
   * @param directory in a checkout, from whose top places are counted; it is the top itself where
   *     neither it nor one above it holds {@code .git}
   * @param roots directories that hold the first part of a package's name, for example {@code
   *     src/main/java}
   */
  public static Sources in(Path directory, List<Path> roots) {
    return new Sources(directory, roots);
  }

  /**
   * The sources that lie where Maven and Gradle have them, below a directory in a checkout: in each
   * {@code src/*}{@code /java}, {@code kotlin} and {@code scala}. Where there are too many
   * directories to look through, in those that were looked through.
   */
  public static Sources below(Path directory) {
    return in(directory, SourceRoots.below(directory.toAbsolutePath().normalize()));
  }

  /**
   * A line of a file.
   *
   * @param file from the top of the checkout, with slashes; fit to be shown
   * @param line from 1
   */
  public record Place(String file, int line) {}

  /** Where a benchmark is declared, if that is found. */
  public Optional<Place> place(BenchmarkId id) {
    return known.computeIfAbsent(id.method(), this::place);
  }

  /** For what has no place of its own: the first line of the file that describes the project. */
  public Place elsewhere() {
    Path file =
        DESCRIPTIONS.stream()
            .map(directory::resolve)
            .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
            .findFirst()
            .orElse(directory.resolve(DESCRIPTIONS.get(0)));
    return place(file, 1).orElse(new Place(DESCRIPTIONS.get(0), 1));
  }

  private static Path top(Path directory) {
    for (@Nullable Path above = directory; above != null; above = above.getParent()) {
      if (Files.exists(above.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return above;
      }
    }
    return directory;
  }

  private Optional<Place> place(String method) {
    List<String> names = Arrays.asList(method.split("\\.", -1));
    if (names.size() < 2 || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
      return Optional.empty();
    }
    return roots.stream().flatMap(root -> place(root, names).stream()).findFirst();
  }

  /** A class may lie in another one, in whose file it then is. */
  private Optional<Place> place(Path root, List<String> names) {
    try {
      for (int outermost = names.size() - 1; outermost >= 1; outermost--) {
        for (String suffix : SUFFIXES) {
          Path file = root.resolve(String.join("/", names.subList(0, outermost)) + suffix);
          OptionalInt line = line(file, names.subList(outermost, names.size()));
          if (line.isPresent()) {
            return place(file, line.getAsInt());
          }
        }
      }
    } catch (InvalidPathException e) {
      // A letter that no file can have here.
    }
    return Optional.empty();
  }

  /** Outside of the checkout a file has no path in it, and what cannot be shown is told nobody. */
  private Optional<Place> place(Path file, int line) {
    if (!file.startsWith(top)) {
      return Optional.empty();
    }
    String path = top.relativize(file).toString().replace('\\', '/');
    return Visible.of(path).equals(path) ? Optional.of(new Place(path, line)) : Optional.empty();
  }

  private static OptionalInt line(Path file, List<String> innerAndMethod) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MOST_BYTES
          ? line(Files.readAllLines(file), innerAndMethod)
          : OptionalInt.empty();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  private static OptionalInt line(List<String> lines, List<String> innerAndMethod) {
    int last = innerAndMethod.size() - 1;
    int from = 0;
    for (String inner : innerAndMethod.subList(0, last)) {
      Pattern declared = Pattern.compile("\\b(?:class|record) +" + Pattern.quote(inner) + "\\b");
      while (from < lines.size() && !declared.matcher(lines.get(from)).find()) {
        from++;
      }
    }
    Pattern declared = declaration(innerAndMethod.get(last));
    int until = -1;
    for (int i = from; i < lines.size(); i++) {
      until = lines.get(i).contains("@Benchmark") ? i + REACH : until;
      if (i <= until && declared.matcher(lines.get(i)).find()) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * A type before the name tells a declaration from a call; to Kotlin and Scala, {@code fun} and
   * {@code def} stand there, and Scala may leave the parentheses away.
   */
  private static Pattern declaration(String method) {
    String name = Pattern.quote(method);
    return Pattern.compile(
        "(?<![.\\w$])(?:def\\s+"
            + name
            + "(?![\\w$])|(?!(?:return|new|throw|else|yield|assert|case)\\b)"
            + "[\\p{L}_$][\\p{L}\\p{N}_$.<>\\[\\]]{0,200}\\s+"
            + name
            + "\\s*\\()");
  }
}

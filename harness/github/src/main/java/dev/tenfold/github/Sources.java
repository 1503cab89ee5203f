package dev.tenfold.github;

import dev.tenfold.run.BenchmarkId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Finds the line in which a benchmark is declared. It looks at text and not at syntax: what it does
 * not find has no place, and nothing depends on it.
 */
public final class Sources {
  private static final long MOST_BYTES = 1 << 20;
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]{0,200}");

  /** Within so many lines behind its annotation stands the name of a benchmark. */
  private static final int REACH = 15;

  private final Path top;
  private final List<Path> roots;

  private Sources(Path top, List<Path> roots) {
    this.top = top.toAbsolutePath().normalize();
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /**
   * The sources below some directories.
   *
   * @param top of the checkout, from which places are counted
   * @param roots directories that hold the first part of a package's name, for example {@code
   *     src/main/java}
   */
  public static Sources in(Path top, List<Path> roots) {
    return new Sources(top, roots);
  }

  /**
   * A line of a file.
   *
   * @param file from the top of the checkout, with slashes
   * @param line from 1
   */
  record Place(String file, int line) {}

  /** Where a benchmark is declared, if that is found. */
  Optional<Place> place(BenchmarkId id) {
    List<String> names = Arrays.asList(id.method().split("\\.", -1));
    if (names.size() < 2 || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
      return Optional.empty();
    }
    return roots.stream().flatMap(root -> place(root, names).stream()).findFirst();
  }

  /** A class may lie in another one, in whose file it then is. */
  private Optional<Place> place(Path root, List<String> names) {
    try {
      for (int outermost = names.size() - 1; outermost >= 1; outermost--) {
        Path file = root.resolve(String.join("/", names.subList(0, outermost)) + ".java");
        OptionalInt line = line(file, names.subList(outermost, names.size()));
        if (line.isPresent() && file.startsWith(top)) {
          String path = top.relativize(file).toString().replace('\\', '/');
          return Optional.of(new Place(path, line.getAsInt()));
        }
      }
    } catch (InvalidPathException e) {
      // A letter that no file can have here.
    }
    return Optional.empty();
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
    // A type before the name tells a declaration from a call.
    Pattern declared =
        Pattern.compile(
            "(?<![.\\w$])(?!(?:return|new|throw|else|yield|assert|case)\\b)[\\p{L}_$][\\p{L}\\p{N}_$.<>\\[\\]]*\\s+"
                + Pattern.quote(innerAndMethod.get(last))
                + "\\s*\\(");
    int until = -1;
    for (int i = from; i < lines.size(); i++) {
      until = lines.get(i).contains("@Benchmark") ? i + REACH : until;
      if (i <= until && declared.matcher(lines.get(i)).find()) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }
}

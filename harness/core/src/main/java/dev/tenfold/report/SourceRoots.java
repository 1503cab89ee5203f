package dev.tenfold.report;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for the directories that hold sources, through bounded many, and follows no links. */
final class SourceRoots extends SimpleFileVisitor<Path> {
  private static final Pattern ROOT = Pattern.compile("(?:.*/)?src/[^/]+/(?:java|kotlin|scala)");
  private static final Set<String> MADE = Set.of("target", "build", "node_modules");
  private static final int DEEPEST = 8;
  private static final int MOST_VISITS = 20_000;

  private final Path top;
  private final List<Path> found = new ArrayList<>();
  private int visits;

  private SourceRoots(Path top) {
    this.top = top;
  }

  /** All below a directory, which may be one itself, in the order of their names. */
  static List<Path> below(Path top) {
    SourceRoots roots = new SourceRoots(top);
    try {
      Files.walkFileTree(top, Set.of(), DEEPEST, roots);
    } catch (IOException e) {
      // What was found until then is better than nothing.
    }
    return roots.found.stream().sorted().toList();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    if (++visits > MOST_VISITS) {
      return FileVisitResult.TERMINATE;
    }
    if (ROOT.matcher(directory.toString().replace('\\', '/')).matches()) {
      found.add(directory);
      return FileVisitResult.SKIP_SUBTREE;
    }
    String name = String.valueOf(directory.getFileName());
    boolean left = name.startsWith(".") || MADE.contains(name);
    return left && !directory.equals(top) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    return ++visits > MOST_VISITS ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, IOException e) {
    return FileVisitResult.CONTINUE;
  }
}

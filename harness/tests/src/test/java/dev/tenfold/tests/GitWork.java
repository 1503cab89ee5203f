package dev.tenfold.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A work tree of git, whose commits are somebody's. */
record GitWork(Path directory) {

  /** A new one, on the branch {@code main}. */
  static GitWork init(Path directory) {
    git(directory.getParent(), "init", "--quiet", "--initial-branch=main", directory.toString());
    return new GitWork(directory);
  }

  /** A copy of what is committed on a branch. */
  GitWork cloned(Path to, String branch) {
    git("clone", "--quiet", "--branch", branch, directory.toString(), to.toString());
    return new GitWork(to);
  }

  /** Writes a file, and the directories that it is in. */
  void write(String file, String text) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits all that is there; the whole revision. */
  String commit(String message) {
    git("add", "--all");
    git("commit", "--quiet", "--message=" + message);
    return git("rev-parse", "HEAD").strip();
  }

  void branch(String name, String from) {
    git("checkout", "--quiet", "-b", name, from);
  }

  String git(String... arguments) {
    return git(directory, arguments);
  }

  private static String git(Path in, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    Map<String, String> environment = new TreeMap<>(System.getenv());
    for (String person : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + person + "_NAME", "Somebody");
      environment.put("GIT_" + person + "_EMAIL", "somebody@example.org");
    }
    return Running.start(in, environment, command).ends().exits(0).out();
  }
}

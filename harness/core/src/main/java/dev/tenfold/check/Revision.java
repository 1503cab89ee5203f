package dev.tenfold.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks git which revision a work tree is at. */
final class Revision {
  private Revision() {}

  /**
   * The short revision, with {@code -dirty} behind it if tracked files differ; empty without git.
   */
  static Optional<String> of(Path directory) {
    return git(directory, "rev-parse", "--short=12", "HEAD")
        .map(
            revision ->
                git(directory, "status", "--porcelain", "--untracked-files=no")
                    .filter(changes -> !changes.isEmpty())
                    .map(changes -> revision + "-dirty")
                    .orElse(revision));
  }

  private static Optional<String> git(Path directory, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      git.getOutputStream().close();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

package dev.tenfold.revision;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Asks git about one directory.
 *
 * @param directory that is asked about
 * @param environment of git
 */
record Git(Path directory, Map<String, String> environment) {
  /** Git sets these for its hooks, and they outrank the directory that is asked about. */
  private static final Set<String> OUTRANKING =
      Set.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX");

  Git {
    environment = new TreeMap<>(environment);
    environment.keySet().removeAll(OUTRANKING);
  }

  /**
   * What git answered.
   *
   * @param ok whether it could do what was asked
   * @param out its standard output, without the line's end
   * @param err its standard error, in English
   */
  record Answer(boolean ok, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  /** The whole command, for whoever runs it elsewhere. */
  List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    // Without it, a mere question may rewrite the user's index; the hooks are the user's as well.
    command.addAll(List.of("--no-optional-locks", "-c", "core.hooksPath=/dev/null"));
    command.addAll(List.of(arguments));
    return command;
  }

  Answer ask(String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(command(arguments));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C");
    try {
      Process git = builder.start();
      git.getOutputStream().close();
      CompletableFuture<String> err =
          CompletableFuture.supplyAsync(() -> text(git.getErrorStream()));
      String out = text(git.getInputStream());
      return new Answer(git.waitFor() == 0, out, err.join());
    } catch (IOException e) {
      throw new InputException(
          "git cannot be started (%s), and only git knows the revisions of a project. Install it, or build the base yourself and give its jar: --base JAR"
              .formatted(e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("Finding the base was interrupted.", e);
    }
  }

  /**
   * What git answers to something that it can always do.
   *
   * @throws InputException with git's own words, if it cannot
   */
  Answer get(String... arguments) {
    Answer answer = ask(arguments);
    if (!answer.ok()) {
      throw failed(answer);
    }
    return answer;
  }

  InputException failed(Answer answer) {
    return new InputException(
        "git cannot tell the base of %s. It says: %s".formatted(directory, answer.err()));
  }

  private static String text(InputStream stream) {
    try (stream) {
      // Names of files are in the system's character set, whatever language git speaks.
      Charset system = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
      return new String(stream.readAllBytes(), system).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

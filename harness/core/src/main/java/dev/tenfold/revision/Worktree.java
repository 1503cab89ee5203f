package dev.tenfold.revision;

import dev.tenfold.run.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A commit checked out in a temporary directory, as a git worktree of the user's repository. It is
 * removed when it is closed and when this JVM is told to stop; one that a killed JVM left behind is
 * removed by the next.
 */
final class Worktree implements AutoCloseable {
  private static final String NAME = "tenfold-base-";
  private static final String LOCK = "lock";
  private static final int TAIL = 30;

  private final Git git;
  private final Duration patience;
  private final Path home;
  private final Path tree;
  private final FileChannel lock;
  private final Thread stop = new Thread(this::stop, "tenfold-worktree");

  private Optional<Process> running = Optional.empty(); // guarded by this
  private boolean stopping; // guarded by this

  private Worktree(Repository repository, Duration patience) throws IOException {
    this.git = repository.git();
    this.patience = patience;
    this.home = Files.createTempDirectory(NAME).toRealPath();
    // Some builds name what they make after the directory they lie in.
    Path name = repository.top().getFileName();
    this.tree = home.resolve("tree").resolve(name == null ? "project" : name.toString());
    this.lock = lock(home);
    lock.lock();
  }

  /**
   * Checks a commit out.
   *
   * @param patience how long each step may take before it is given up
   */
  static Worktree of(Repository repository, String commit, Duration patience) {
    removeStale(repository.git());
    Worktree worktree;
    try {
      worktree = new Worktree(repository, patience);
    } catch (IOException e) {
      throw new InputException(
          "No temporary directory can be made to build the base in: %s. Name another place with -Djava.io.tmpdir=DIRECTORY."
              .formatted(e.getMessage()),
          e);
    }
    try {
      Runtime.getRuntime().addShutdownHook(worktree.stop);
      worktree.checkOut(commit);
      return worktree;
    } catch (RuntimeException e) {
      worktree.close();
      throw e;
    }
  }

  /** The top of what was checked out. */
  Path tree() {
    return tree;
  }

  private void checkOut(String commit) {
    String doing = "Checking out " + ForkPoint.shortened(commit);
    String advice = "Build the base yourself and give its jar: --base JAR";
    Map<String, String> environment = new TreeMap<>(git.environment());
    environment.put("LC_ALL", "C");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    run(
        git.command("worktree", "add", "--detach", tree.toString(), commit),
        environment,
        doing,
        advice);
    if (Files.exists(tree.resolve(".gitmodules"))) {
      Git inside = new Git(tree, environment);
      run(
          inside.command("submodule", "update", "--init", "--recursive"),
          environment,
          doing + " with its submodules",
          advice);
    }
  }

  /**
   * Runs a command in the tree to its end.
   *
   * @param doing what for, as the beginning of a sentence
   * @param advice what to do if it fails, as a sentence
   * @throws InputException with the end of what it said, if it fails, hangs, or cannot be started
   */
  void run(List<String> command, Map<String, String> environment, String doing, String advice) {
    Path log = home.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory((Files.exists(tree) ? tree : home).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Optional<String> failure = failure(start(builder));
      if (failure.isPresent()) {
        throw new InputException(
            "%s %s: %s%n%s%s"
                .formatted(doing, failure.get(), String.join(" ", command), tail(log), advice));
      }
    } catch (IOException e) {
      throw new InputException(
          "%s failed: %s cannot be started (%s). %s"
              .formatted(doing, command.get(0), e.getMessage(), advice),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException(doing + " was interrupted.", e);
    }
  }

  /** Waits for a process; how it failed, in words, if it did. */
  private Optional<String> failure(Process process) throws IOException, InterruptedException {
    try {
      process.getOutputStream().close();
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (isStopping()) {
        throw standStill();
      }
      if (!ended) {
        return Optional.of(
            "was not done after %s s and was killed".formatted(patience.toSeconds()));
      }
      int exitCode = process.exitValue();
      return exitCode == 0 ? Optional.empty() : Optional.of("failed with exit code " + exitCode);
    } finally {
      kill(process);
    }
  }

  private Process start(ProcessBuilder builder) throws IOException {
    synchronized (this) {
      if (!stopping) {
        Process process = builder.start();
        running = Optional.of(process);
        return process;
      }
    }
    throw standStill();
  }

  private static String tail(Path log) throws IOException {
    Charset system = Charset.forName(System.getProperty("native.encoding", "UTF-8"));
    List<String> lines =
        new String(Files.readAllBytes(log), system).stripTrailing().lines().toList();
    StringBuilder tail = new StringBuilder();
    lines
        .subList(Math.max(0, lines.size() - TAIL), lines.size())
        .forEach(line -> tail.append("  ").append(line).append(System.lineSeparator()));
    return tail.toString();
  }

  /** Children first noted, then all killed: a killed parent's children can no longer be found. */
  private static void kill(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException ending) {
      throw standStill();
    }
  }

  /** What is done when this JVM is told to stop in the middle. */
  private void stop() {
    Optional<Process> process;
    synchronized (this) {
      stopping = true;
      process = running;
    }
    process.ifPresent(Worktree::kill);
    remove();
  }

  private synchronized void remove() {
    try (lock) {
      remove(git, tree);
    } catch (IOException | InputException e) {
      // Whatever could not be removed is tried again by the next run.
    }
  }

  /** Removes what killed runs have left in a repository. */
  static void removeStale(Git git) {
    for (String line : git.get("worktree", "list", "--porcelain").lines()) {
      if (line.startsWith("worktree ") && line.contains(File.separator + NAME)) {
        Path tree = Path.of(line.substring("worktree ".length()));
        removeIfStale(git, tree);
      }
    }
  }

  private static void removeIfStale(Git git, Path tree) {
    Path home = tree.resolveSibling("..").normalize();
    if (!String.valueOf(home.getFileName()).startsWith(NAME)) {
      return;
    }
    try {
      // Git finds the entry of a vanished tree only if the directory around it is there.
      Files.createDirectories(tree.resolveSibling("."));
      try (FileChannel lock = lock(home)) {
        if (lock.tryLock() != null) {
          remove(git, tree);
        }
      }
    } catch (OverlappingFileLockException inUse) {
      // Another thread of this JVM builds there.
    } catch (IOException e) {
      // A leftover of another user's; it does no harm.
    }
  }

  private static FileChannel lock(Path home) throws IOException {
    return FileChannel.open(
        home.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** The files go first: git then forgets the entry whatever state it is in. */
  private static void remove(Git git, Path tree) throws IOException {
    delete(tree);
    git.ask("worktree", "remove", "--force", "--force", tree.toString());
    delete(tree.resolveSibling("..").normalize());
  }

  private static void delete(Path top) throws IOException {
    if (Files.exists(top)) {
      List<Path> all;
      try (Stream<Path> files = Files.walk(top)) {
        all = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    }
  }

  private synchronized boolean isStopping() {
    return stopping;
  }

  /** Waits for the end of this JVM, which has begun: what it killed itself has not failed. */
  private static IllegalStateException standStill() {
    while (true) {
      LockSupport.park();
    }
  }
}

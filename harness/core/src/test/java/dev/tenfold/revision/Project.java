package dev.tenfold.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A project in a true git repository, whose build makes the least that counts as a benchmark jar.
 * No configuration of the user's plays a part.
 *
 * @param top of the work tree
 */
record Project(Path top) {
  /** What every build here is: it also leaves word of where it ran. */
  static final String BUILD = "sh build.sh";

  static final String JAR = "benches/target/benchmarks.jar";

  private static final String SCRIPT =
      """
      pwd >> "$BUILDS"
      mkdir -p benches/target
      cp content.jar benches/target/benchmarks.jar
      """;

  /** With one commit, on branch main, and its jar built. */
  static Project in(Path top) {
    try {
      Files.createDirectories(top);
      Project project = new Project(top.toRealPath());
      project.git("init", "--quiet", "--initial-branch=main");
      project.write(".gitignore", "target/\n");
      project.write("build.sh", SCRIPT);
      project.commit("one");
      Files.createDirectories(project.jar().getParent());
      Files.copy(project.top.resolve("content.jar"), project.jar());
      return project;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path jar() {
    return top.resolve(JAR);
  }

  void write(String file, String text) {
    try {
      Path path = top.resolve(file);
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits everything, and a content of the jar that is this commit's own; gives its hash. */
  String commit(String content) {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(top.resolve("content.jar")))) {
      zip.putNextEntry(new ZipEntry("org/openjdk/jmh/runner/Runner.class"));
      zip.putNextEntry(new ZipEntry("META-INF/BenchmarkList"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    git("add", "--all");
    git("commit", "--quiet", "--message=" + content);
    return git("rev-parse", "HEAD");
  }

  /** Runs git as a user would, and gives what it said. */
  String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", top.toString()));
    command.addAll(Arrays.asList(arguments));
    return run(command);
  }

  /** Runs a command line that a message told the user to type. */
  void type(String line) {
    run(List.of("sh", "-c", "cd \"$0\" && " + line, top.toString()));
  }

  private String run(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().clear();
      builder.environment().putAll(environment());
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(command + " failed: " + said);
      }
      return said.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that git and the build find in their environment. */
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("BUILDS", builds().toString());
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put("GIT_CONFIG_SYSTEM", "/dev/null");
    for (String person : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + person + "_NAME", "Somebody");
      environment.put("GIT_" + person + "_EMAIL", "somebody@example.org");
    }
    // Submodules from a directory are off by default; given this way, it needs no file.
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "protocol.file.allow");
    environment.put("GIT_CONFIG_VALUE_0", "always");
    return environment;
  }

  /** Where builds ran, in order. */
  List<Path> built() {
    try {
      return Files.exists(builds())
          ? Files.readAllLines(builds()).stream().map(Path::of).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path builds() {
    return top.resolveSibling(top.getFileName() + ".builds");
  }
}

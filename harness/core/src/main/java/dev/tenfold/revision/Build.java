package dev.tenfold.revision;

import dev.tenfold.run.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a project makes its benchmark jar. */
public sealed interface Build {

  /**
   * The command that builds a revision.
   *
   * @param top of the user's work tree
   * @param jar relative to it
   * @param tree the top of the revision's work tree, in which the command is run
   */
  List<String> command(Path top, Path jar, Path tree);

  /**
   * A command of the user's own.
   *
   * @param line as one would type it at the top of the project
   */
  record Shell(String line) implements Build {
    @Override
    public List<String> command(Path top, Path jar, Path tree) {
      return List.of("sh", "-c", line);
    }
  }

  /**
   * Maven: the module that makes the jar and what it needs, without tests, and without measuring.
   *
   * @param home of the Maven to run; empty for the project's wrapper or else the one on the path
   * @param options that it is always given
   */
  record Maven(Optional<Path> home, List<String> options) implements Build {
    private static final String POM = "pom.xml";

    public Maven {
      options = List.copyOf(options);
    }

    @Override
    public List<String> command(Path top, Path jar, Path tree) {
      List<Path> poms = poms(top, jar);
      if (poms.isEmpty()) {
        throw new InputException(
            "There is no pom.xml on the way from %s to %s, so it is not known how a revision is built. Say how: --base-build './gradlew jmhJar'"
                .formatted(top, jar));
      }
      Path module = poms.get(poms.size() - 1);
      if (!Files.exists(tree.resolve(module).resolve(POM))) {
        throw new InputException(
            "The base has no %s: these benchmarks came later, and there is nothing to compare them with. Leave out --base-ref."
                .formatted(module.resolve(POM)));
      }
      Path root =
          poms.stream()
              .filter(directory -> Files.exists(tree.resolve(directory).resolve(POM)))
              .findFirst()
              .orElse(module);
      List<String> command = new ArrayList<>(executable(tree, root));
      command.addAll(List.of("-B", "-ntp", "-q", "-f", root.resolve(POM).toString()));
      command.addAll(options);
      command.addAll(List.of("-DskipTests", "-Dtenfold.skip"));
      if (!module.equals(root)) {
        command.addAll(
            List.of("-pl", top.resolve(root).relativize(top.resolve(module)).toString(), "-am"));
      }
      command.add("package");
      return command;
    }

    /** The directories with a POM that hold the jar, relative to the top, the outermost first. */
    private static List<Path> poms(Path top, Path jar) {
      List<Path> poms = new ArrayList<>();
      for (Path up = top.resolve(jar).getParent();
          up != null && up.startsWith(top);
          up = up.getParent()) {
        if (Files.exists(up.resolve(POM))) {
          poms.add(0, top.relativize(up));
        }
      }
      return poms;
    }

    private List<String> executable(Path tree, Path root) {
      if (home.isPresent()) {
        return List.of(home.get().resolve("bin").resolve("mvn").toString());
      }
      Path wrapper = root.resolve("mvnw");
      // Through the shell, for it was perhaps committed on a system that knows no executable files.
      return Files.exists(tree.resolve(wrapper))
          ? List.of("sh", wrapper.toString())
          : List.of("mvn");
    }
  }
}

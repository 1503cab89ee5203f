package dev.tenfold.init;

import dev.tenfold.run.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Maven project and the module of it that makes the benchmark jar.
 *
 * @param top of the repository, where workflows belong; the directory itself if git knows none
 * @param directory of the outermost pom that is known
 * @param lineage the module's pom, then those that list it, up to the directory's
 */
record Project(Path top, Path directory, List<Pom> lineage) {
  private static final String POM = "pom.xml";
  private static final String MAKE_ONE =
      " Make one as JMH does: mvn archetype:generate -DarchetypeGroupId=org.openjdk.jmh -DarchetypeArtifactId=jmh-java-benchmark-archetype -DarchetypeVersion=1.37";

  /**
   * The project in a directory.
   *
   * @param module relative to it; empty to find the one that there is
   * @throws InputException if there is no Maven project, or not one module that makes such a jar
   */
  static Project in(Path directory, Optional<String> module) {
    Path root = directory.toAbsolutePath().normalize();
    if (!Files.isRegularFile(root.resolve(POM))) {
      throw notMaven(directory);
    }
    List<List<Pom>> lineages = new ArrayList<>();
    collect(root.resolve(POM), List.of(), lineages);
    if (module.isPresent()) {
      Path wanted = root.resolve(module.get()).resolve(POM).normalize();
      lineages.removeIf(lineage -> !lineage.get(0).file().equals(wanted));
    } else {
      lineages.removeIf(lineage -> !lineage.get(0).usesJmh());
    }
    List<List<Pom>> makers =
        lineages.stream().filter(lineage -> jarMaker(lineage).isPresent()).toList();
    if (makers.size() == 1) {
      return new Project(top(root), root, makers.get(0));
    }
    throw makers.isEmpty() ? none(directory, module, lineages) : several(directory, root, makers);
  }

  private static void collect(Path file, List<Pom> above, List<List<Pom>> lineages) {
    List<Pom> lineage = new ArrayList<>(List.of(Pom.read(file)));
    lineage.addAll(above);
    lineages.add(lineage);
    for (String name : lineage.get(0).modules()) {
      Path module = file.resolveSibling(name).normalize();
      Path child = Files.isDirectory(module) ? module.resolve(POM) : module;
      boolean isListedTwice = lineages.stream().anyMatch(all -> all.get(0).file().equals(child));
      if (Files.isRegularFile(child) && !isListedTwice) {
        collect(child, lineage, lineages);
      }
    }
  }

  private static Optional<Markup> jarMaker(List<Pom> lineage) {
    return lineage.stream().flatMap(pom -> pom.jarMaker().stream()).findFirst();
  }

  private static Path top(Path directory) {
    return Stream.iterate(directory, up -> up != null, Path::getParent)
        .filter(up -> Files.exists(up.resolve(".git")))
        .findFirst()
        .orElse(directory);
  }

  /** The module's own pom. */
  Pom pom() {
    return lineage.get(0);
  }

  /** The plugin that makes the jar. */
  Markup jarMaker() {
    return jarMaker(lineage).orElseThrow();
  }

  /** The directory of the module. */
  Path module() {
    return pom().file().resolveSibling("");
  }

  private static InputException notMaven(Path directory) {
    boolean isGradle =
        Stream.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts")
            .anyMatch(name -> Files.exists(directory.resolve(name)));
    return new InputException(
        isGradle
            ? "%s is built with Gradle, and tenfold init knows Maven alone (a module with jmh-core and the shade or assembly plugin). Gate it without: tenfold check --base-ref main --base-build './gradlew jmhJar' JAR"
                .formatted(directory)
            : "There is no %s in %s. Say tenfold init in the directory of a Maven project, or name it: tenfold init DIRECTORY"
                .formatted(POM, directory));
  }

  private static InputException none(
      Path directory, Optional<String> module, List<List<Pom>> candidates) {
    if (module.isPresent() && candidates.isEmpty()) {
      return new InputException(
          "%s has no module %s with a pom.xml that is listed on the way to it. Name it as the pom does: --module benchmarks"
              .formatted(directory, module.get()));
    }
    return new InputException(
        (candidates.isEmpty()
                ? "No module of %s depends on org.openjdk.jmh:jmh-core, so there are no benchmarks to gate."
                    .formatted(directory)
                : "%s depends on JMH and makes no jar with all dependencies: it has neither maven-shade-plugin nor maven-assembly-plugin."
                    .formatted(candidates.get(0).get(0).file()))
            + MAKE_ONE);
  }

  private static InputException several(Path directory, Path root, List<List<Pom>> makers) {
    String names =
        makers.stream()
            .map(lineage -> root.relativize(lineage.get(0).file().resolveSibling("")).toString())
            .map(name -> name.isEmpty() ? "." : name)
            .collect(Collectors.joining(", "));
    return new InputException(
        "%s has several modules that make a jar of benchmarks: %s. Name the one to gate: --module %s"
            .formatted(directory, names, names.replaceFirst(",.*", "")));
  }
}

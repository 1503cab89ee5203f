package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's project, as JMH's archetype makes it, gets its gate and is gated by it. */
class InitIT {
  private static final String ARCHETYPE =
      "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate -DarchetypeCatalog=internal -DarchetypeGroupId=org.openjdk.jmh -DarchetypeArtifactId=jmh-java-benchmark-archetype -DarchetypeVersion=1.37 -DgroupId=org.example -DartifactId=strange -Dversion=1.0";
  private static final List<String> MODULES =
      List.of(
          "",
          "harness/probe",
          "harness/core",
          "harness/github",
          "harness/cli",
          "harness/maven-plugin");

  @TempDir private Path directory;
  private Path project;
  private Path repository;

  @BeforeEach
  void aRepositoryWithThisBuild() throws IOException {
    project = directory.resolve("strange");
    repository = Files.createDirectories(directory.resolve("repository"));
    Path users =
        Path.of(
            System.getProperty(
                "localRepository", System.getProperty("user.home") + "/.m2/repository"));
    link(users, repository, "dev");
    link(users.resolve("dev"), Files.createDirectory(repository.resolve("dev")), "tenfold");
    for (String module : MODULES) {
      publish(Cli.PROJECT.resolve(module));
    }
  }

  /** All but one of the entries; what Maven downloads meanwhile is the user's then as well. */
  private static void link(Path from, Path to, String without) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(from, entry -> !entry.endsWith(without))) {
      for (Path entry : entries) {
        Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
      }
    }
  }

  private void publish(Path module) throws IOException {
    String pom = Files.readString(module.resolve("pom.xml"));
    String own = pom.replaceFirst("(?s)<parent>.*?</parent>", "");
    String artifact = own.replaceFirst("(?s).*?<artifactId>(.*?)</artifactId>.*", "$1");
    String version = pom.replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
    Path to = repository.resolve("dev/tenfold").resolve(artifact).resolve(version);
    Files.createDirectories(to);
    String name = artifact + "-" + version;
    Files.copy(module.resolve("pom.xml"), to.resolve(name + ".pom"));
    if (!pom.contains("<packaging>pom<")) {
      Files.copy(module.resolve("target").resolve(name + ".jar"), to.resolve(name + ".jar"));
    }
  }

  @Test
  void theArchetypesProjectIsMeasuredAfterwards() throws IOException {
    assumeTrue(
        Runtime.version().feature() < 23,
        "From JDK 23 on, javac runs no processor that it merely finds, and the archetype's jar is empty.");
    maven(directory, ARCHETYPE.split(" ")).exits(0);
    List<String> before = Files.readAllLines(project.resolve("pom.xml"));

    init("--dry-run").says("would add to pom.xml", "would write  tenfold.yaml");
    assertThat(project.resolve("tenfold.yaml")).doesNotExist();
    assertThat(init().out())
        .contains(
            "added to     pom.xml",
            "wrote        tenfold.yaml",
            "wrote        .github/workflows/tenfold.yml",
            "wrote        .gitignore")
        .endsWith("  mvn verify\n");
    assertOnlyAdded(before, Files.readAllLines(project.resolve("pom.xml")));
    for (String name : List.of("tenfold.yml", "tenfold-comment.yml")) {
      Workflow workflow = Workflow.read(project.resolve(".github/workflows").resolve(name));
      assertThat(workflow.faults()).as(name).isEmpty();
    }
    assertThat(init().out()).doesNotContain("wrote", "added").contains("left         pom.xml");

    // The least that is a measurement: the annotations of the archetype would take minutes.
    Path configuration = project.resolve("tenfold.yaml");
    Files.writeString(
        configuration,
        Files.readString(configuration)
            .replaceFirst(
                "(?m)^    profile: quick.*$",
                "    forks: 2\n    warmup-iterations: 1\n    iterations: 2\n    warmup-time: 10ms\n    iteration-time: 10ms"));
    maven(project, "verify").exits(0).says("This run was kept as the baseline", "1 measured");
    assertThat(project.resolve("reports/latest/report.html")).exists();
    // The jar is another file, if only because of the times in it; the code is the same.
    maven(project, "verify").exits(0).says("0 measured, 1 identical");
    aWorkflowGetsATenfoldThatComments();
  }

  /** By the very lines of the workflow, but for the repository. */
  private void aWorkflowGetsATenfoldThatComments() {
    Workflow workflow = Workflow.read(project.resolve(".github/workflows/tenfold-comment.yml"));
    String line =
        Workflow.list(workflow.jobs().get("comment").get("steps")).stream()
            .filter(step -> "Get Tenfold".equals(step.get("name")))
            .map(step -> step.get("run").toString().replace("mvn ", mvn() + " "))
            .findFirst()
            .orElseThrow();
    Map<String, String> environment = environment();
    environment.put("RUNNER_TEMP", directory.toString());
    Running.start(project, environment, List.of("bash", "-eo", "pipefail", "-c", line))
        .ends()
        .exits(0);
    String comment =
        "java -cp '%s/tenfold/jars/*' dev.tenfold.cli.Tenfold comment --dry-run reports/latest";
    Running.start(project, environment, List.of("sh", "-c", comment.formatted(directory)))
        .ends()
        .exits(0)
        .says("<!-- tenfold:suite=quick -->");
  }

  @Test
  void aProjectOfGradleIsToldWhatIsKnown() throws IOException {
    Files.createDirectory(project);
    Files.createFile(project.resolve("build.gradle"));
    Cli.in(directory)
        .run("init", "strange")
        .refuses("is built with Gradle", "--base-build './gradlew jmhJar'");
    try (Stream<Path> left = Files.list(project)) {
      assertThat(left).hasSize(1);
    }
  }

  private static void assertOnlyAdded(List<String> before, List<String> after) {
    List<String> rest = new ArrayList<>(after);
    int at = 0;
    for (String line : before) {
      while (at < rest.size() && !rest.get(at).equals(line)) {
        at++;
      }
      assertThat(at).as("\"%s\" is there still", line).isLessThan(rest.size());
      at++;
    }
    assertThat(after.size()).isGreaterThan(before.size());
  }

  private Ended init(String... options) {
    List<String> command = new ArrayList<>(List.of("init", "strange"));
    command.addAll(List.of(options));
    return Cli.in(directory).run(command.toArray(String[]::new)).exits(0);
  }

  private Ended maven(Path where, String... arguments) {
    List<String> command = new ArrayList<>(List.of(mvn().split(" ")));
    command.addAll(List.of(arguments));
    return Running.start(where, environment(), command).ends();
  }

  private String mvn() {
    return "mvn -B -ntp -Dmaven.repo.local=" + repository;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.startsWith("MAVEN_"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PATH", Path.of(Cli.java()).getParent() + ":" + System.getenv("PATH"));
    environment.put("TENFOLD_HOME", directory.resolve("home").toString());
    environment.put("MAVEN_OPTS", "-Djava.io.tmpdir=" + Cli.temporary(directory));
    return environment;
  }
}

package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch is compared with the commit at which it left another, built on the spot. */
class BaseRefIT {
  private static final String JAR = "project/benches/target/benchmarks.jar";

  @TempDir private Path directory;
  private Path project;
  private GitWork work;
  private String main;

  /** On main 20 objects are made, on the branch 21. Its wrapper stands for Maven. */
  @BeforeEach
  void aBranch() throws IOException {
    project = directory.resolve("project");
    work = GitWork.init(project);
    work.write(".gitignore", "target/\nsaid/\n");
    work.write("pom.xml", "<project/>");
    work.write("benches/pom.xml", "<project/>");
    work.write("mvnw", "mkdir -p benches/target && cp fixture.jar benches/target/benchmarks.jar\n");
    main = commit(20);
    work.branch("feature", "main");
    Files.createDirectories(project.resolve("benches/target"));
    commit(21);
    Files.copy(project.resolve("fixture.jar"), directory.resolve(JAR));
  }

  private String commit(int objects) throws IOException {
    Files.deleteIfExists(project.resolve("fixture.jar"));
    FixtureJar.working(project.resolve("fixture.jar"), 100, objects);
    return work.commit(objects + " objects").substring(0, 12);
  }

  private void assertNothingIsLeft() throws IOException {
    assertThat(work.git("worktree", "list").lines()).hasSize(1);
    try (Stream<Path> left = Files.list(Cli.temporary(directory))) {
      assertThat(left).allSatisfy(file -> assertThat(file).isRegularFile());
    }
  }

  @Test
  void theBranchIsComparedWithWhereItLeft() throws IOException {
    Files.writeString(
        directory.resolve("tenfold.yaml"),
        """
        suites:
          objects:
            include: ["*.Steady.objects"]
            forks: 2
            confirm-forks: 2
        thresholds:
          - metric: score
            relative: 1000%
        """);

    Cli.in(directory)
        .run("check", "--base-ref", "main", JAR)
        .exits(2)
        .says(
            "The base is " + main + ", which is main.",
            "Building the base: sh mvnw -B -ntp -q -f pom.xml",
            "-pl benches -am package",
            "1 benchmark allocates more");
    assertNothingIsLeft();
  }

  @Test
  void aBuildThatIsInterruptedLeavesNothingBehind() throws IOException {
    Path building = directory.resolve("building");
    String build = "touch '%s'; tail -f '%s'".formatted(building, building);
    try (Running check =
        Cli.in(directory).start("check", "--base-ref", "main", "--base-build", build, JAR)) {
      Eventually.holds("it builds", () -> Files.exists(building));
      check.signal("TERM");
      check.ends().exits(143).neverSays("failed");
    }
    new Living(building).soonEnds();
    assertNothingIsLeft();
  }

  @Test
  void withoutGitTheUserBuildsTheBase() {
    Cli.in(directory)
        .with("PATH", directory.toString())
        .run("check", "--base-ref", "main", JAR)
        .refuses("git cannot be started", "give its jar: --base JAR");
  }

  @Test
  void outsideOfARepositoryTheUserBuildsTheBase() {
    FixtureJar.copy(directory.resolve("benchmarks.jar"));
    Cli.in(directory)
        .run("check", "--base-ref", "main", "benchmarks.jar")
        .refuses("lies in no git repository", "give its jar: --base JAR");
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    Cli cli = Cli.in(directory);
    cli.run("check", "--base", "old.jar", "--base-ref", "main", JAR)
        .refuses("--base and --base-ref both name", "Try: tenfold check --help");
    cli.run("check", "--base-build", "make", JAR)
        .refuses("--base-build tells how --base-ref is built", "Try: tenfold check --help");
  }
}

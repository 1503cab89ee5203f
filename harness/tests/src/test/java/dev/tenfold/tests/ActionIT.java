package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action with which other repositories gate, run as GitHub's runner would. */
class ActionIT {
  private static final Workflow ACTION =
      Workflow.read(Cli.PROJECT.resolve(".github/actions/tenfold/action.yml"));

  @TempDir private Path directory;

  @BeforeEach
  void make() throws IOException {
    FixtureJar.working(directory.resolve("base.jar"), 100, 10);
    FixtureJar.working(directory.resolve("head.jar"), 100, 20);
    Files.writeString(
        directory.resolve("few.yaml"),
        """
        suites:
          first:
            include: ['*.Steady.objects']
            forks: 2
            confirm-forks: 2
            warmup-iterations: 1
            warmup-time: 20ms
            iterations: 2
            iteration-time: 20ms
        """);
  }

  @Test
  void aRegressionFailsTheStepAndIsNamed() throws IOException {
    Map<String, String> inputs = Map.of("base", "base.jar", "config", "few.yaml");
    run(inputs).exits(2).says("REGRESSED");
    assertThat(outputs()).containsExactly("exit-code=2", "status=regression");
    assertThat(directory.resolve("reports/latest/report.html")).exists();
  }

  @Test
  void aShardOnlyTellsItsVerdictAndAnErrorFailsAllTheSame() throws IOException {
    Map<String, String> inputs =
        Map.of(
            "base",
            "base.jar",
            "config",
            "few.yaml",
            "gate",
            "false",
            "shard",
            "1/1",
            "out",
            "a b");
    run(inputs).exits(0);
    assertThat(outputs()).containsExactly("exit-code=2", "status=regression");
    assertThat(directory.resolve("a b/shard.json")).exists();

    Files.delete(directory.resolve("outputs"));
    run(Map.of("base", "none.jar", "gate", "false")).exits(1);
    assertThat(outputs()).containsExactly("exit-code=1", "status=error");
  }

  private List<String> outputs() throws IOException {
    return Files.readAllLines(directory.resolve("outputs"));
  }

  /**
   * What is not given has the default of the action; the jar is not built but that of this build.
   */
  private Ended run(Map<String, String> given) throws IOException {
    Map<String, String> inputs = new TreeMap<>();
    Workflow.map(ACTION.content().get("inputs"))
        .forEach(
            (name, input) -> {
              Object byDefault = Workflow.map(input).get("default");
              inputs.put(String.valueOf(name), byDefault == null ? "" : byDefault.toString());
            });
    inputs.put("jar", "head.jar");
    inputs.put("tenfold", Cli.PROJECT.resolve("harness/cli/target/tenfold.jar").toString());
    assertThat(inputs).containsKeys(given.keySet().toArray(String[]::new));
    inputs.putAll(given);
    Map<?, ?> step = Workflow.list(Workflow.map(ACTION.content().get("runs")).get("steps")).get(0);
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.put("PATH", Path.of(Cli.java()).getParent() + ":" + System.getenv("PATH"));
    environment.put("TENFOLD_HOME", directory.resolve("home").toString());
    environment.put("GITHUB_OUTPUT", directory.resolve("outputs").toString());
    Workflow.map(step.get("env"))
        .forEach(
            (name, value) -> {
              String input = value.toString().replaceAll("\\$\\{\\{ inputs\\.([\\w-]+) }}", "$1");
              environment.put(name.toString(), inputs.get(input));
            });
    String script =
        step.get("run").toString().replace("java -jar", "java -Djava.io.tmpdir=tmp -jar");
    Cli.temporary(directory);
    // As the runner calls it where shell: bash is named.
    Path file = Files.writeString(directory.resolve("step.sh"), script);
    return Running.start(
            directory,
            environment,
            List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", file.toString()))
        .ends();
  }
}

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

/** The example of a suite that is measured in shares by the pods of a job. */
class KubernetesIT {
  private static final Path EXAMPLE = Cli.PROJECT.resolve("harness/examples/kubernetes");

  private final Map<?, ?> spec =
      Workflow.map(Workflow.read(EXAMPLE.resolve("job.yaml")).content().get("spec"));
  private final Map<?, ?> pod = Workflow.map(Workflow.map(spec.get("template")).get("spec"));
  private final Map<?, ?> container = Workflow.list(pod.get("containers")).get(0);

  @TempDir private Path directory;

  @BeforeEach
  void aVolume() throws IOException {
    Files.createDirectories(directory.resolve("jars"));
    Files.createDirectories(directory.resolve("results"));
    FixtureJar.working(directory.resolve("jars/base.jar"), 100, 10);
    FixtureJar.working(directory.resolve("jars/head.jar"), 100, 20);
    Files.copy(
        Cli.PROJECT.resolve("harness/cli/target/tenfold.jar"),
        directory.resolve("jars/tenfold.jar"));
    Files.writeString(
        directory.resolve("jars/tenfold.yaml"),
        """
        suites:
          first:
            include: ['*.Steady.objects', '*.Steady.loop']
            forks: 2
            confirm-forks: 2
            warmup-iterations: 1
            warmup-time: 20ms
            iterations: 2
            iteration-time: 20ms
        """);
  }

  @Test
  void thePodsMeasureTheSharesThatTheReadmeMerges() throws IOException {
    for (int index = 0; index < (Integer) spec.get("completions"); index++) {
      share(index).exits(0).says("This is shard %d/2: 1 of 2 benchmarks".formatted(index + 1));
    }
    String merge =
        Readme.of(Files.readString(EXAMPLE.resolve("README.md")).replaceAll("(?m)^   ", ""))
            .beginningWith("java")
            .get(0);
    sh(merge, Map.of()).exits(2).says("2 benchmarks expected, 2 measured", "REGRESSED");
  }

  @Test
  void whatIsNoVerdictFailsThePod() throws IOException {
    Files.writeString(directory.resolve("jars/tenfold.yaml"), "nonsense: 1\n");
    share(0).exits(1);
  }

  @Test
  void eachPodHasANodeAndProcessorsOfItsOwnAndNoRights() {
    assertThat(spec.get("completionMode")).isEqualTo("Indexed");
    assertThat(spec.get("parallelism")).isEqualTo(spec.get("completions"));
    assertThat(environment().get("SHARDS")).isEqualTo(spec.get("completions").toString());
    Map<?, ?> resources = Workflow.map(container.get("resources"));
    assertThat(resources.get("requests")).isEqualTo(resources.get("limits"));
    assertThat(Workflow.map(resources.get("limits")).get("cpu").toString()).matches("[1-9]\\d*");
    assertThat(pod.toString()).contains("topologyKey=kubernetes.io/hostname", "runAsNonRoot=true");
    Map<?, ?> rights = Workflow.map(container.get("securityContext"));
    assertThat(rights.get("readOnlyRootFilesystem")).isEqualTo(true);
    assertThat(rights.get("allowPrivilegeEscalation")).isEqualTo(false);
    assertThat(rights.get("capabilities")).isEqualTo(Map.of("drop", List.of("ALL")));
    assertThat(pod.get("automountServiceAccountToken")).isEqualTo(false);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    Workflow.list(container.get("env"))
        .forEach(it -> environment.put(it.get("name").toString(), it.get("value").toString()));
    return environment;
  }

  /** As in the pod, but for where the volume and the temporary files are. */
  private Ended share(int index) throws IOException {
    assertThat(container.get("command")).isEqualTo(List.of("sh", "-c"));
    Map<String, String> environment = environment();
    environment.put("JOB_COMPLETION_INDEX", Integer.toString(index));
    environment.replace("JARS", directory.resolve("jars").toString());
    environment.replace("RESULTS", directory.resolve("results").toString());
    environment.replace("TENFOLD_HOME", directory.resolve("home").toString());
    return sh(((List<?>) container.get("args")).get(0).toString(), environment);
  }

  private Ended sh(String line, Map<String, String> variables) {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.put("PATH", Path.of(Cli.java()).getParent() + ":" + System.getenv("PATH"));
    environment.putAll(variables);
    Cli.temporary(directory);
    String here = line.replace("java -jar", "java -Djava.io.tmpdir=tmp -jar");
    return Running.start(directory, environment, List.of("sh", "-c", here)).ends();
  }
}

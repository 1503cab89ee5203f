package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What GitHub runs for this project, and for those that say {@code tenfold init}. */
class WorkflowsTest {
  private static final Path GITHUB = Cli.PROJECT.resolve(".github");

  /** All that are written here, by name. */
  private static Map<String, Workflow> all() throws IOException {
    Map<String, Workflow> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(GITHUB)) {
      files
          .filter(file -> file.getParent().endsWith("workflows") || file.endsWith("action.yml"))
          .filter(Files::isRegularFile)
          .forEach(file -> all.put(GITHUB.relativize(file).toString(), Workflow.read(file)));
    }
    for (String name : List.of("tenfold.yml", "tenfold-comment.yml")) {
      all.put("template " + name, template(name));
    }
    return all;
  }

  private static Workflow template(String name) {
    try (InputStream in = WorkflowsTest.class.getResourceAsStream("/dev/tenfold/init/" + name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      // YAML reserves the letter for itself where a value begins.
      return Workflow.of(text.replaceAll("@([A-Z]+)@", "$1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noneBreaksARule() throws IOException {
    assertThat(all().keySet())
        .contains(
            "actions/tenfold/action.yml",
            "workflows/build.yml",
            "workflows/comment.yml",
            "workflows/gate.yml",
            "workflows/nightly.yml",
            "workflows/pages.yml");
    all().forEach((name, workflow) -> assertThat(workflow.faults()).as(name).isEmpty());
  }

  @Test
  void whatIsPinnedIsPinnedAlikeEverywhere() throws IOException {
    Map<String, TreeSet<String>> pins = new TreeMap<>();
    String readme = Files.readString(Cli.PROJECT.resolve("README.md"));
    Stream.concat(all().values().stream(), Stream.of(new Workflow(readme, Map.of())))
        .flatMap(workflow -> workflow.uses().stream())
        .filter(uses -> uses.startsWith("actions/"))
        .forEach(
            uses ->
                pins.computeIfAbsent(uses.replaceFirst("@.*", ""), name -> new TreeSet<>())
                    .add(uses));
    assertThat(pins).hasSizeGreaterThanOrEqualTo(6);
    assertThat(pins.values()).allSatisfy(versions -> assertThat(versions).hasSize(1));
  }

  /** A required check that is never begun would block for ever. */
  @Test
  void theGateBeginsWhateverChanged() throws IOException {
    for (String name : List.of("workflows/gate.yml", "template tenfold.yml")) {
      Workflow gate = all().get(name);
      assertThat(gate.events()).as(name).hasSize(1).first().isEqualTo("pull_request");
      assertThat(Workflow.map(gate.content().get("on")).get("pull_request")).as(name).isNull();
    }
  }

  @Test
  void whatBeginsACheckEndsItTooWhateverCameOfTheGate() throws IOException {
    for (String name : List.of("workflows/comment.yml", "template tenfold-comment.yml")) {
      Workflow comment = all().get(name);
      Map<?, ?> run = Workflow.map(Workflow.map(comment.content().get("on")).get("workflow_run"));
      assertThat(run.get("types")).as(name).isEqualTo(List.of("requested", "completed"));
      String gate = name.startsWith("template") ? "template tenfold.yml" : "workflows/gate.yml";
      assertThat(run.get("workflows")).isEqualTo(List.of(all().get(gate).content().get("name")));
      assertThat(comment.text()).as(name).doesNotContain("conclusion");
      assertThat(comment.jobs().get("comment").get("if"))
          .isEqualTo("github.event.workflow_run.event == 'pull_request'");
    }
  }

  /** As many shards as the matrix has, or a share would be missing from every verdict. */
  @ParameterizedTest
  @CsvSource({"gate, 2", "nightly, 8"})
  void allSharesAreMeasured(String name, int shards) throws IOException {
    Workflow workflow = all().get("workflows/" + name + ".yml");
    Map<?, ?> measure = workflow.jobs().get("measure");
    Object matrix = Workflow.map(Workflow.map(measure.get("strategy")).get("matrix")).get("shard");
    assertThat((List<?>) matrix).hasSize(shards).last().isEqualTo(shards);
    assertThat(workflow.text()).contains("--shard \"$SHARD/" + shards + "\"");
  }

  /** Each rule finds what it is there for; otherwise none of the above would mean a thing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@[0-9a-f]{40} # v7.0.1 | @v7 | not pinned",
        "(checkout@[0-9a-f]{40}) # v7.0.1 | $1 | not pinned",
        "pull_request: | pull_request_target: | pull_request_target",
        "permissions:\\n  contents: read | 'permissions: write-all' | neither {} nor",
        "\\npermissions:\\n  contents: read | '' | neither {} nor",
        "timeout-minutes: 90 | 'permissions: {pull-requests: write}' | strangers start it",
        "timeout-minutes: 90 | 'name: x' | no timeout-minutes",
        "ubuntu-24.04 | ubuntu-latest | another system",
        "persist-credentials: false | persist-credentials: true | leaves the token",
        "\\$BASE | ${{ github.event.pull_request.title }} | words of somebody else",
        "\\$BASE | ${{ inputs.base }} | words of somebody else",
        "MAVEN | echo ${{ secrets.KEY }} | words of somebody else",
        "timeout-minutes: 90 | 'name: ${{ secrets.KEY }}' | a secret at",
        "pull_request: | workflow_run: | does not check out the default branch",
        "shell: bash | working-directory: x | no shell",
        "concurrency: | x-concurrency: | no concurrency"
      })
  void aBrokenRuleIsFound(String pattern, String replacement, String fault) {
    String good = template("tenfold.yml").text();
    String bad =
        good.replaceFirst(
            "(?m)" + pattern,
            replacement.startsWith("$1") ? replacement : replacement.replace("$", "\\$"));
    assertThat(bad).isNotEqualTo(good);
    assertThat(Workflow.of(good).faults()).isEmpty();
    assertThat(Workflow.of(bad).faults()).anySatisfy(found -> assertThat(found).contains(fault));
  }
}

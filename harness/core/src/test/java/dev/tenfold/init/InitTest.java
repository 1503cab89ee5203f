package dev.tenfold.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tenfold.config.Config;
import dev.tenfold.config.ConfigFile;
import dev.tenfold.init.Step.Deed;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  private static final String JMH =
      "<dependencies><dependency><groupId>org.openjdk.jmh</groupId><artifactId>jmh-core</artifactId></dependency></dependencies>";
  private static final String SHADE =
      "<build><plugins><plugin><artifactId>maven-shade-plugin</artifactId></plugin></plugins></build>";

  @TempDir private Path directory;

  private void pom(String module, String content) throws IOException {
    Path file = directory.resolve(module).resolve("pom.xml");
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "<project>\n" + content + "\n</project>\n");
  }

  private Init plan() {
    return Init.plan(directory, Optional.empty(), "1.2", 21);
  }

  private String read(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }

  @Test
  void aModuleGetsItsGateAndTheTopItsWorkflows() throws IOException {
    pom("", "<modules><module>lib</module><module>perf/jmh</module></modules>");
    pom("lib", "<dependencies/>");
    pom("perf/jmh", JMH + SHADE);
    Init init = plan();
    assertThat(init.next()).isEqualTo("mvn --projects perf/jmh --also-make verify");
    init.carryOut();
    assertThat(read("perf/jmh/pom.xml")).contains("tenfold-maven-plugin", "<version>1.2</version>");
    assertThat(read("lib/pom.xml") + read("pom.xml")).doesNotContain("tenfold");
    assertThat(read(".gitignore")).isEqualTo("reports/latest/\n");
    assertThat(read(".github/workflows/tenfold.yml"))
        .contains("java-version: \"21\"", " mvn --projects perf/jmh --also-make --batch-mode")
        .doesNotContain("@MAVEN@");
    assertThat(read(".github/workflows/tenfold-comment.yml"))
        .contains(
            "<version>1.2</version>",
            "--config perf/jmh/tenfold.yaml",
            "--sources perf/jmh/src/main/java")
        .doesNotContainPattern("@[A-Z]+@");
  }

  @Test
  void whatIsThereIsLeftAndTheSecondTimeNothingIsDone() throws IOException {
    pom("", JMH + SHADE);
    Files.writeString(directory.resolve("tenfold.yaml"), "suites: {}\n");
    Files.writeString(directory.resolve(".gitignore"), "target/");
    Init init = plan();
    assertThat(init.steps())
        .extracting(Step::deed)
        .containsExactly(Deed.ADD, Deed.LEAVE, Deed.WRITE, Deed.WRITE, Deed.ADD);
    assertThat(directory.resolve(".github")).as("a plan alone").doesNotExist();
    init.carryOut();
    assertThat(read("tenfold.yaml")).isEqualTo("suites: {}\n");
    assertThat(read(".gitignore")).isEqualTo("target/\nreports/latest/\n");
    assertThat(plan().steps()).extracting(Step::deed).containsOnly(Deed.LEAVE);
  }

  @Test
  void inARepositoryTheWorkflowsLieAtItsTop() throws IOException {
    Files.createDirectories(directory.resolve(".git"));
    pom("jvm", JMH + SHADE);
    Files.writeString(directory.resolve("jvm/mvnw"), "");
    Init init = Init.plan(directory.resolve("jvm"), Optional.empty(), "1.2", 17);
    assertThat(init.next()).isEqualTo("sh mvnw verify");
    init.carryOut();
    assertThat(read(".github/workflows/tenfold.yml"))
        .contains("          sh jvm/mvnw --file jvm/pom.xml --batch-mode");
    assertThat(directory.resolve("jvm/tenfold.yaml")).exists();
  }

  @Test
  void theConfigurationIsOneThatACheckReads() throws IOException {
    String text = Template.CONFIGURATION.text();
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ConfigFile.schema())
                .validate(text, InputFormat.YAML))
        .isEmpty();
    // What is commented out shall be right as well once somebody wants it.
    String all = text.replaceAll("(?m)^( *)# (budget:|thresholds:|budgets:|  - |    \\w)", "$1$2");
    assertThat(all).contains("\nthresholds:\n  - ").contains("    budget: 20m");
    Path file = Files.writeString(directory.resolve("tenfold.yaml"), all);
    Config config = ConfigFile.read(file, Path.of(System.getProperty("java.home")));
    assertThat(config.suites()).extracting("name").isEqualTo(List.of("quick"));
  }

  @Test
  void aModuleOfSeveralIsNamed() throws IOException {
    pom("", "<modules><module>one</module><module>two</module></modules>");
    pom("one", JMH + SHADE);
    pom("two", JMH + SHADE);
    refuses("several modules that make a jar of benchmarks: one, two.", "--module one");
    assertThat(Init.plan(directory, Optional.of("two"), "1", 17).steps().get(0).file())
        .isEqualTo(directory.toAbsolutePath().resolve("two/pom.xml"));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Init.plan(directory, Optional.of("three"), "1", 17))
        .withMessageContaining("has no module three");
  }

  @Test
  void aParentMayMakeTheJar() throws IOException {
    pom("", "<modules><module>jmh</module></modules>" + SHADE);
    pom("jmh", JMH);
    plan().carryOut();
    assertThat(read("jmh/pom.xml"))
        .contains("<jar>${project.build.directory}/${project.build.finalName}.jar</jar>");
  }

  @Test
  void whatCannotBeGatedIsToldWhatCan() throws IOException {
    refuses("There is no pom.xml in", "tenfold init DIRECTORY");
    Files.writeString(directory.resolve("build.gradle.kts"), "");
    refuses("is built with Gradle, and tenfold init knows Maven alone", "--base-build");
    pom("", SHADE);
    refuses("depends on org.openjdk.jmh:jmh-core", "archetype:generate");
    pom("", JMH);
    refuses("neither maven-shade-plugin nor maven-assembly-plugin", "archetype:generate");
    pom("", "<!DOCTYPE x>");
    refuses("cannot be read as a pom");
    Files.writeString(directory.resolve("pom.xml"), "<beans/>");
    refuses("its root is beans");
  }

  @Test
  void aNameThatAShellWouldReadIsRefused() throws IOException {
    pom("", "<modules><module>a$(id)</module></modules>");
    pom("a$(id)", JMH + SHADE);
    refuses("more than letters, digits");
    assertThat(directory.resolve(".github")).doesNotExist();
  }

  private void refuses(String... parts) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(this::plan)
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }
}

package dev.tenfold.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.run.InputException;
import dev.tenfold.store.Builds;
import dev.tenfold.store.Home;
import dev.tenfold.store.Jars;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revision becomes a jar, and nothing else of the user's repository becomes anything. */
@Tag("slow")
class RevisionsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path directory;
  private final List<String> told = new ArrayList<>();
  private Project project;
  private String first;

  @BeforeEach
  void aBranchWithOneCommit() {
    use(Project.in(directory.resolve("project")));
  }

  private void use(Project used) {
    project = used;
    first = project.git("rev-parse", "HEAD");
    project.git("checkout", "--quiet", "-b", "feature");
    project.commit("two");
  }

  private Revisions revisions(String build, Duration patience, Map<String, String> environment) {
    Jars jars = new Jars(new Home(directory.resolve("home")));
    return new Revisions(
        new Builds(jars), new Build.Shell(build), patience, environment, told::add);
  }

  private Revisions.Built built(String build) {
    return revisions(build, PATIENCE, project.environment()).jar("main", project.jar());
  }

  private AbstractStringAssert<?> refused(String build) {
    return assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> built(build))
        .extracting(InputException::getMessage)
        .asString();
  }

  /** The jar that belongs to a revision. */
  private String content(String revision) throws IOException {
    Path copy = directory.resolve("content-" + revision + ".jar");
    project.type("git show %s:content.jar > '%s'".formatted(revision, copy));
    return BenchmarkJar.at(copy).sha256();
  }

  private void assertNothingIsLeft() {
    assertThat(project.git("worktree", "list").lines()).hasSize(1);
    assertThat(project.built())
        .allSatisfy(tree -> assertThat(tree.getParent().getParent()).doesNotExist());
  }

  @Test
  void theJarIsThatOfTheBaseAndKnowsItsRevision() throws IOException {
    Revisions.Built built = built(Project.BUILD);

    assertThat(built.jar().sha256()).isEqualTo(content("main")).isNotEqualTo(content("feature"));
    assertThat(built.jar().path()).startsWith(directory.resolve("home")).isRegularFile();
    assertThat(built.jar().revision()).contains(first.substring(0, 12));
    assertThat(built.note()).contains(first.substring(0, 12), "main");
    assertThat(told).containsExactly(built.note(), "Building the base: sh -c " + Project.BUILD);
    assertThat(project.built())
        .singleElement()
        .satisfies(tree -> assertThat(tree).hasFileName("project"));
    assertNothingIsLeft();
  }

  @Test
  void theUsersRepositoryStaysAsItIs() {
    project.write("build.sh", "staged\n");
    project.git("add", "build.sh");
    project.write("build.sh", "not staged\n");
    project.git("stash", "push", "--quiet", "--keep-index");
    project.write("New.java", "class New {}\n");
    project.write(".git/hooks/post-checkout", "#!/bin/sh\ntouch '" + directory + "/hooked'\n");
    project.top().resolve(".git/hooks/post-checkout").toFile().setExecutable(true);
    String before = state();

    built(Project.BUILD);

    assertThat(state()).isEqualTo(before);
    assertThat(directory.resolve("hooked")).doesNotExist();
    assertNothingIsLeft();
  }

  private String state() {
    try {
      return String.join(
          "\n",
          project.git("--no-optional-locks", "status", "--porcelain=v2", "--branch"),
          project.git("for-each-ref"),
          project.git("stash", "list"),
          project.git("config", "--list", "--local"),
          Files.getLastModifiedTime(project.top().resolve(".git/index")).toString(),
          Files.readString(project.top().resolve(".git/HEAD")));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatWasBuiltOnceIsNotBuiltAgain() {
    Revisions.Built once = built(Project.BUILD);
    assertThat(built(Project.BUILD)).isEqualTo(once);
    assertThat(project.built()).hasSize(1);
  }

  @Test
  void anotherCommandOrJdkOrCommitIsAnotherBuild() {
    built(Project.BUILD);
    built(Project.BUILD + " again");
    assertThat(project.built()).hasSize(2);
    Map<String, String> environment = project.environment();
    environment.put("JAVA_HOME", "/another/jdk");
    revisions(Project.BUILD, PATIENCE, environment).jar("main", project.jar());
    assertThat(project.built()).hasSize(3);
    project.commit("three");
    revisions(Project.BUILD, PATIENCE, project.environment()).jar("HEAD~1", project.jar());
    assertThat(project.built()).hasSize(4);
  }

  @Test
  void aJarThatIsDamagedOrGoneIsBuiltAgain() throws IOException {
    BenchmarkJar jar = built(Project.BUILD).jar();
    Files.writeString(jar.path(), "damaged");
    assertThat(built(Project.BUILD).jar()).isEqualTo(jar);
    Files.delete(jar.path());
    assertThat(built(Project.BUILD).jar()).isEqualTo(jar);
    assertThat(project.built()).hasSize(3);
    assertThat(BenchmarkJar.at(jar.path()).sha256()).isEqualTo(jar.sha256());
  }

  @Test
  void aDamagedMemoryIsNoMemory() throws IOException {
    built(Project.BUILD);
    try (var files = Files.list(directory.resolve("home/builds"))) {
      Files.writeString(files.findFirst().orElseThrow(), "../../x");
    }
    built(Project.BUILD);
    assertThat(project.built()).hasSize(2);
  }

  @Test
  void aBuildThatFailsIsQuotedWithItsLastLines() {
    refused("for i in $(seq 100); do echo line $i; done; echo oh no >&2; pwd >> $BUILDS; exit 7")
        .contains(
            "The build of the base " + first.substring(0, 12) + " failed with exit code 7",
            "  line 72\n",
            "  oh no\n",
            "--base-build COMMAND",
            "--base JAR")
        .doesNotContain("line 71\n");
    assertNothingIsLeft();
  }

  @Test
  void aBuildThatHangsIsKilledWithAllItStarted() {
    String build = "pwd >> $BUILDS; echo still here; sleep 1000 & echo $! > '%s'; wait";
    Path pid = directory.resolve("pid");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                revisions(build.formatted(pid), Duration.ofSeconds(1), project.environment())
                    .jar("main", project.jar()))
        .withMessageContainingAll("was not done after 1 s and was killed", "  still here");
    assertThat(pid)
        .content()
        .satisfies(
            text ->
                assertThat(ProcessHandle.of(Long.parseLong(text.strip())))
                    .matches(sleep -> sleep.isEmpty() || ended(sleep.get())));
    assertNothingIsLeft();
  }

  /** It may still be a zombie whom nobody has buried. */
  private static boolean ended(ProcessHandle process) {
    return process.onExit().orTimeout(10, TimeUnit.SECONDS).join() != null;
  }

  @Test
  void aBuildWithoutAJarIsNotPassedOver() {
    refused("pwd >> $BUILDS")
        .contains("passed but made no " + Project.JAR, "--base-build COMMAND", "--base JAR");
    assertNothingIsLeft();
  }

  @Test
  void aJarWithoutBenchmarksIsRefused() {
    refused("mkdir -p benches/target; echo no jar > " + Project.JAR).contains("read as a jar");
    assertNothingIsLeft();
  }

  @Test
  void theBuildSeesNothingOfAHooksEnvironment() {
    Map<String, String> environment = project.environment();
    environment.put("GIT_DIR", directory.resolve("nowhere").toString());
    environment.put("GIT_INDEX_FILE", directory.resolve("nowhere/index").toString());
    String build = "test $(git rev-parse HEAD) = %s && %s".formatted(first, Project.BUILD);
    assertThat(revisions(build, PATIENCE, environment).jar("main", project.jar()).jar().revision())
        .contains(first.substring(0, 12));
  }

  @Test
  void pathsMayHoldSpacesAndUmlauts() throws IOException {
    assumeThat(Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode('ä'))
        .as("names of files can hold umlauts here")
        .isTrue();
    use(Project.in(directory.resolve("Größe & Maß")));
    assertThat(built(Project.BUILD).jar().sha256()).isEqualTo(content("main"));
    assertThat(project.built()).singleElement().asString().endsWith("Größe & Maß");
    assertNothingIsLeft();
  }

  @Test
  void aJarBehindALinkIsThatOfTheRepositoryItLeadsTo() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), project.top());
    Revisions revisions = revisions(Project.BUILD, PATIENCE, project.environment());
    assertThat(revisions.jar("main", link.resolve(Project.JAR)).jar().sha256())
        .isEqualTo(content("main"));
  }

  @Test
  void submodulesAreCheckedOutAsTheRevisionHadThem() throws IOException {
    Project library = Project.in(directory.resolve("library"));
    String old = BenchmarkJar.at(library.top().resolve("content.jar")).sha256();
    project.git("submodule", "--quiet", "add", library.top().toString(), "lib");
    project.commit("with a submodule");
    library.commit("newer");
    project.git("-C", "lib", "pull", "--quiet", "origin", "main");
    project.commit("with a newer submodule");
    String build = "cp lib/content.jar . && " + Project.BUILD;

    Revisions revisions = revisions(build, PATIENCE, project.environment());

    assertThat(revisions.jar("HEAD~1", project.jar()).jar().sha256()).isEqualTo(old);
    assertNothingIsLeft();
  }

  @Test
  void submodulesThatCannotBeFetchedEndIt() throws IOException {
    Project library = Project.in(directory.resolve("library"));
    project.git("submodule", "--quiet", "add", library.top().toString(), "lib");
    project.commit("with a submodule");
    project.commit("and one more");
    Files.move(library.top(), directory.resolve("moved"));

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                revisions(Project.BUILD, PATIENCE, project.environment())
                    .jar("HEAD~1", project.jar()))
        .withMessageContainingAll("with its submodules failed", "library", "--base JAR");
    assertNothingIsLeft();
  }

  @Test
  void theProjectsOwnMavenWrapperBuildsTheModuleOfTheJar() {
    project.write("mvnw", "echo $* > \"$BUILDS.options\"\n" + Project.BUILD + "\n");
    project.write("pom.xml", "<project/>");
    project.write("benches/pom.xml", "<project/>");
    project.commit("with Maven");
    project.commit("and one more");
    Revisions revisions =
        new Revisions(
            new Builds(new Jars(new Home(directory.resolve("home")))),
            new Build.Maven(Optional.empty(), List.of("-o")),
            PATIENCE,
            project.environment(),
            told::add);

    revisions.jar("HEAD~1", project.jar());

    assertThat(project.top().resolveSibling("project.builds.options"))
        .hasContent("-B -ntp -q -f pom.xml -o -DskipTests -Dtenfold.skip -pl benches -am package");
  }
}

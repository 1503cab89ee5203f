package dev.tenfold.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.run.InputException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commit is the base; and whenever that cannot be told, what to type. */
class RepositoryTest {
  @TempDir private Path directory;
  private Project project;
  private String first;

  @BeforeEach
  void oneCommit() {
    project = Project.in(directory.resolve("project"));
    first = project.git("rev-parse", "HEAD");
  }

  private static ForkPoint forkPoint(Project project, String ref) {
    return Repository.holding(project.jar().getParent(), project.environment()).forkPoint(ref);
  }

  private static AbstractStringAssert<?> refused(Project project, String ref) {
    return assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> forkPoint(project, ref))
        .extracting(InputException::getMessage)
        .asString();
  }

  private String commitOn(String branch, String content) {
    project.git("checkout", "--quiet", "-B", branch);
    return project.commit(content);
  }

  @Test
  void theBaseIsWhereTheBranchLeftSoThatLaterCommitsOfTheOtherDoNotCount() {
    commitOn("feature", "mine");
    project.git("checkout", "--quiet", "main");
    String later = project.commit("theirs");
    project.git("checkout", "--quiet", "feature");

    ForkPoint base = forkPoint(project, "main");

    assertThat(base.commit()).isEqualTo(first);
    assertThat(base.revision()).isEqualTo(first.substring(0, 12));
    assertThat(base.note())
        .isEqualTo(
            "The base is %.12s, where this branch left main (which is now %.12s)."
                .formatted(first, later));
  }

  @Test
  void anAncestorIsItselfTheBase() {
    commitOn("feature", "two");
    project.commit("three");
    assertThat(forkPoint(project, "main").commit()).isEqualTo(first);
    assertThat(forkPoint(project, "HEAD~2").note())
        .isEqualTo("The base is %.12s, which is HEAD~2.".formatted(first));
    assertThat(forkPoint(project, first.substring(0, 8)).commit()).isEqualTo(first);
  }

  @Test
  void anAnnotatedTagMeansItsCommit() {
    project.git("tag", "--annotate", "--message=one", "v1");
    project.commit("two");
    assertThat(forkPoint(project, "v1").commit()).isEqualTo(first);
  }

  @Test
  void aDetachedHeadIsAsGoodAsABranch() {
    commitOn("feature", "two");
    project.git("checkout", "--quiet", "--detach");
    assertThat(forkPoint(project, "main").commit()).isEqualTo(first);
  }

  @Test
  void whatIsNotCommittedIsComparedWithTheCurrentCommit() {
    project.write("build.sh", "changed\n");
    assertThat(forkPoint(project, "main").commit()).isEqualTo(first);
    project.git("checkout", "--quiet", ".");
    project.write("New.java", "class New {}\n");
    assertThat(forkPoint(project, "HEAD").commit()).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"main", "HEAD"})
  void whereNothingChangedThereIsNothingToCompare(String ref) {
    refused(project, ref)
        .startsWith("There is nothing to compare: the current commit " + first.substring(0, 12))
        .endsWith("--base-ref HEAD~1");
  }

  @Test
  void aBranchBehindTheOtherHasNothingOfItsOwn() {
    project.git("branch", "feature");
    project.commit("theirs");
    project.git("checkout", "--quiet", "feature");
    refused(project, "main").contains("nothing to compare");
  }

  @Test
  void anUnknownBranchIsToBeFetched() {
    refused(project, "release/1")
        .contains(
            "release/1 is no commit that " + project.top(),
            "git fetch origin release/1, then --base-ref origin/release/1");
    refused(project, "origin/main").contains("git fetch origin main, then --base-ref origin/main");
  }

  @Test
  void aHashThatAForcePushReplacedIsNoneAnyMore() {
    refused(project, "0123456789012345678901234567890123456789")
        .contains("is no commit that", "A force-push may have replaced it", "git fetch origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "--all", "-n1"})
  void whatWouldBeAnOptionIsNoRevision(String ref) {
    refused(project, ref).contains("\"%s\" is no revision".formatted(ref), "--base-ref main");
  }

  @ParameterizedTest
  @ValueSource(strings = {"main:build.sh", "HEAD^{tree}", "main..HEAD"})
  void whatIsNoCommitIsRefused(String ref) {
    refused(project, ref).startsWith(ref + " is no commit");
  }

  @Test
  void aNameOfTwoThingsIsRefusedRatherThanGuessed() {
    project.git("config", "core.warnAmbiguousRefs", "false");
    project.git("tag", "main");
    project.commit("two");
    project.commit("three");
    refused(project, "main").contains("more than one meaning", "refs/heads/NAME");
    assertThat(forkPoint(project, "refs/tags/main").commit()).isEqualTo(first);
  }

  @Test
  void historiesThatNeverMetHaveNoBase() {
    project.git("checkout", "--quiet", "--orphan", "other");
    project.commit("other");
    refused(project, "main").contains("no commit in common", "--base-ref HEAD~1", "--base JAR");
  }

  @Test
  void branchesThatMergedEachOtherHaveTwoBasesAndTheUserNamesOne() {
    project.git("branch", "feature");
    String theirs = emptyCommit("theirs");
    project.git("checkout", "--quiet", "feature");
    String mine = emptyCommit("mine");
    project.git("merge", "--quiet", "--no-edit", "main");
    project.git("checkout", "--quiet", "main");
    project.git("merge", "--quiet", "--no-edit", mine);
    project.git("checkout", "--quiet", "feature");

    String message = refused(project, "main").contains("2 commits").actual();

    assertThat(message).contains(mine.substring(0, 12), theirs.substring(0, 12));
    Matcher named = Pattern.compile("--base-ref ([0-9a-f]+)$").matcher(message);
    assertThat(named.find()).isTrue();
    assertThat(forkPoint(project, named.group(1)).commit()).isIn(mine, theirs);
  }

  private String emptyCommit(String message) {
    project.git("commit", "--quiet", "--allow-empty", "--message=" + message);
    return project.git("rev-parse", "HEAD");
  }

  @Test
  void outsideOfARepositoryThereIsNoRevision() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Repository.holding(directory, project.environment()))
        .withMessageContainingAll(directory.toString(), "lies in no git repository", "--base JAR");
    assertThat(Repository.revision(directory, project.environment())).isEmpty();
  }

  @Test
  void aRepositoryWithoutACommitSaysSoInTheWordsOfGit() {
    Path empty = directory.resolve("empty");
    new Project(directory).git("init", "--quiet", empty.toString());
    Repository repository = Repository.holding(empty, project.environment());
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> repository.forkPoint("main"))
        .withMessageContaining("main is no commit");
    assertThat(Repository.revision(empty, project.environment())).isEmpty();
  }

  @Test
  void aHooksEnvironmentDoesNotLeadElsewhere() {
    Project other = Project.in(directory.resolve("other"));
    other.commit("elsewhere");
    commitOn("feature", "two");
    Map<String, String> environment = project.environment();
    environment.put("GIT_DIR", other.top().resolve(".git").toString());
    environment.put("GIT_WORK_TREE", other.top().toString());
    environment.put("GIT_INDEX_FILE", other.top().resolve(".git/index").toString());

    Repository repository = Repository.holding(project.jar().getParent(), environment);

    assertThat(repository.top()).isEqualTo(project.top());
    assertThat(repository.forkPoint("main").commit()).isEqualTo(first);
    assertThat(Repository.revision(project.top(), environment))
        .contains(project.git("rev-parse", "--short=12", "HEAD"));
  }

  @Test
  void theRevisionOfAWorkTreeSaysWhetherTrackedFilesDiffer() {
    project.write("New.java", "class New {}\n");
    assertThat(Repository.revision(project.top(), project.environment()))
        .contains(first.substring(0, 12));
    project.write("build.sh", "changed\n");
    assertThat(Repository.revision(project.top(), project.environment()))
        .contains(first.substring(0, 12) + "-dirty");
  }

  private Project shallow(String... options) {
    Path clone = directory.resolve("clone");
    String[] command = new String[options.length + 4];
    command[0] = "clone";
    command[1] = "--quiet";
    System.arraycopy(options, 0, command, 2, options.length);
    command[options.length + 2] = "file://" + project.top();
    command[options.length + 3] = clone.toString();
    project.git(command);
    Project shallow = new Project(clone);
    assertThat(shallow.git("rev-parse", "--is-shallow-repository")).isEqualTo("true");
    shallow.write(Project.JAR, "");
    return shallow;
  }

  /** The command of the message, and the name that it tells to use then. */
  private static String typed(Project clone, String message) {
    Matcher advice =
        Pattern.compile("(git fetch [^,]+?)(?:, then --base-ref (\\S+?))?\\. In GitHub")
            .matcher(message);
    assertThat(advice.find()).as(message).isTrue();
    clone.type(advice.group(1));
    return advice.group(2);
  }

  @Test
  void aShallowCloneWithoutTheBranchTellsWhatToFetch() {
    commitOn("feature", "two");
    project.commit("three");
    Project clone = shallow("--depth=1", "--branch=feature");

    String message =
        refused(clone, "origin/main")
            .contains("is shallow and does not hold origin/main", "fetch-depth: 0")
            .actual();

    assertThat(forkPoint(clone, typed(clone, message)).commit()).isEqualTo(first);
  }

  @Test
  void aShallowCloneThatDoesNotReachBackTellsWhatToFetch() {
    commitOn("feature", "two");
    project.commit("three");
    project.git("checkout", "--quiet", "main");
    project.commit("theirs");
    project.git("checkout", "--quiet", "feature");
    Project clone = shallow("--depth=1", "--no-single-branch");

    String message = refused(clone, "origin/main").contains("does not reach back").actual();

    assertThat(forkPoint(clone, typed(clone, message)).commit()).isEqualTo(first);
  }

  @Test
  void aShallowCloneThatReachesBackFarEnoughIsGoodEnough() {
    String second = project.commit("two");
    commitOn("feature", "three");
    Project clone = shallow("--depth=2", "--no-single-branch");
    assertThat(forkPoint(clone, "origin/main").commit()).isEqualTo(second);
    refused(clone, "HEAD~9").contains("is shallow", "git fetch --unshallow origin.");
  }

  /** The clone sees a common commit, but the true base lies where it was cut. */
  @Test
  void aShallowCloneIsNotTrustedWithABaseThatTheMissingHistoryCouldOutdo() {
    project.git("checkout", "--quiet", "-b", "side");
    project.git("checkout", "--quiet", "main");
    for (String theirs : new String[] {"a", "b", "c"}) {
      emptyCommit(theirs);
    }
    String better = project.git("rev-parse", "main~1");
    project.git("checkout", "--quiet", "-b", "feature", better);
    for (String mine : new String[] {"d", "e", "f", "g"}) {
      emptyCommit(mine);
    }
    project.git("merge", "--quiet", "--no-ff", "--no-edit", "-s", "ours", sideCommit());
    Project clone = shallow("--depth=4", "--no-single-branch", "--branch=feature");

    assertThat(clone.git("merge-base", "origin/main", "HEAD"))
        .as("what git finds in the clone is an older commit")
        .isEqualTo(first)
        .isNotEqualTo(better);
    String message = refused(clone, "origin/main").contains("does not reach back").actual();
    assertThat(forkPoint(clone, typed(clone, message)).commit()).isEqualTo(better);
  }

  private String sideCommit() {
    project.git("checkout", "--quiet", "side");
    String commit = emptyCommit("side");
    project.git("checkout", "--quiet", "feature");
    return commit;
  }
}

package dev.tenfold.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What killed runs leave behind goes; what is in use, or the user's, stays. */
class WorktreeTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path directory;
  private Project project;
  private Repository repository;
  private String commit;

  @BeforeEach
  void aRepository() {
    project = Project.in(directory.resolve("project"));
    repository = Repository.holding(project.top(), project.environment());
    commit = project.git("rev-parse", "HEAD");
  }

  /** As a run leaves it that is killed in the middle: with a lock file, but nobody who holds it. */
  private Path left(String name) throws IOException {
    Path tree = directory.toRealPath().resolve("tenfold-base-" + name + "/tree/project");
    project.git("worktree", "add", "--quiet", "--detach", tree.toString(), "HEAD");
    Files.createFile(tree.resolve("../../lock"));
    return tree;
  }

  private List<String> worktrees() {
    return project.git("worktree", "list").lines().toList();
  }

  @Test
  void whatAKilledRunLeftIsRemovedByTheNext() throws IOException {
    Path tree = left("killed");
    Files.createDirectories(tree.resolve("target/classes"));
    Files.createSymbolicLink(tree.resolve("target/up"), project.top());
    Path inTheMiddle = left("in-the-middle");
    Files.writeString(project.top().resolve(".git/worktrees/project1/locked"), "initializing");

    try (Worktree next = Worktree.of(repository, commit, PATIENCE)) {
      assertThat(next.tree().resolve("build.sh")).exists();
      assertThat(worktrees()).hasSize(2);
    }

    assertThat(List.of(tree, inTheMiddle))
        .allSatisfy(left -> assertThat(left.getParent().getParent()).doesNotExist());
    assertThat(worktrees()).hasSize(1);
    assertThat(project.jar()).as("what a link in it led to").exists();
  }

  @Test
  void whatAlsoLostItsFilesIsForgotten() throws IOException {
    Path tree = left("cleaned");
    project.type("rm -r '%s'".formatted(tree.getParent().getParent()));
    Worktree.removeStale(repository.git());
    assertThat(worktrees()).hasSize(1);
    assertThat(tree.getParent().getParent()).doesNotExist();
  }

  @Test
  void whatIsInUseStays() {
    try (Worktree one = Worktree.of(repository, commit, PATIENCE)) {
      try (Worktree two = Worktree.of(repository, commit, PATIENCE)) {
        assertThat(one.tree().resolve("build.sh")).exists();
        assertThat(two.tree().resolve("build.sh")).exists();
      }
      assertThat(one.tree().resolve("build.sh")).exists();
    }
    assertThat(worktrees()).hasSize(1);
  }

  @Test
  void theUsersOwnWorktreesStayAlsoWhereTheirFilesAreAway() {
    project.git("worktree", "add", "--quiet", "-b", "his", directory.resolve("his").toString());
    project.git("worktree", "add", "--quiet", "-b", "away", directory.resolve("away").toString());
    project.type("rm -r '%s'".formatted(directory.resolve("away")));
    List<String> before = worktrees();

    Worktree.of(repository, commit, PATIENCE).close();

    assertThat(worktrees()).hasSize(3).isEqualTo(before);
    assertThat(directory.resolve("his/build.sh")).exists();
  }
}

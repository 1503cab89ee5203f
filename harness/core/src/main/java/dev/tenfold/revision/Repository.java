package dev.tenfold.revision;

import dev.tenfold.run.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A git repository with a work tree, of which questions are asked and nothing is changed.
 *
 * @param top of the work tree
 * @param git that answers for it
 */
record Repository(Path top, Git git) {
  private static final String HASH = "[0-9a-f]{7,64}";

  /** What looks like the plain name of a branch. */
  private static final String BRANCH = "(?!HEAD|refs/)[\\w./-]+";

  /**
   * The repository whose work tree holds a directory.
   *
   * @param directory with all links resolved
   * @throws InputException if there is no git or no repository
   */
  static Repository holding(Path directory, Map<String, String> environment) {
    Git there = new Git(directory, environment);
    // The way up is plain ASCII; the path itself would have to survive a character set.
    Git.Answer up = there.ask("rev-parse", "--show-cdup");
    if (up.ok()) {
      Path top = directory.resolve(up.out()).normalize();
      return new Repository(top, new Git(top, environment));
    }
    if (up.err().contains("not a git repository")) {
      throw new InputException(
          "%s lies in no git repository, so there is no revision to build. Build the base yourself and give its jar: --base JAR"
              .formatted(directory));
    }
    throw there.failed(up);
  }

  /**
   * The short revision that a work tree is at, with {@code -dirty} behind it if tracked files
   * differ; empty without git or a commit.
   */
  static Optional<String> revision(Path directory, Map<String, String> environment) {
    Git git = new Git(directory, environment);
    try {
      Git.Answer head = git.ask("rev-parse", "--verify", "HEAD^{commit}");
      Git.Answer changes = git.ask("status", "--porcelain", "--untracked-files=no");
      return head.ok()
          ? Optional.of(
              ForkPoint.shortened(head.out())
                  + (changes.ok() && !changes.out().isEmpty() ? "-dirty" : ""))
          : Optional.empty();
    } catch (InputException noGit) {
      return Optional.empty();
    }
  }

  /**
   * Where the current branch left another.
   *
   * @param ref branch, tag or hash; if it is an ancestor of the current commit, it is the answer
   * @throws InputException if it is unknown or ambiguous, if history is missing that could change
   *     the answer, or if there is nothing to compare
   */
  ForkPoint forkPoint(String ref) {
    String tip = tip(ref);
    String head = git.get("rev-parse", "--verify", "HEAD^{commit}").out();
    // It fails without a word if there is none.
    List<String> found = git.ask("merge-base", "--all", tip, head).lines();
    if (isShallow() && (found.size() != 1 || isCut(found.get(0), head, tip))) {
      throw shallow(ref, "does not reach back to where this branch left " + ref);
    }
    if (found.isEmpty()) {
      throw new InputException(
          "%s (%s) and the current commit %s have no commit in common, so none can be their base. Name a commit of this branch's own history, for example --base-ref HEAD~1, or build the base yourself and give its jar: --base JAR"
              .formatted(ref, ForkPoint.shortened(tip), ForkPoint.shortened(head)));
    }
    if (found.size() > 1) {
      throw new InputException(
          "This branch and %s have merged each other and left each other at %s commits: %s. Name the one to compare with: --base-ref %s"
              .formatted(
                  ref,
                  found.size(),
                  String.join(", ", found.stream().map(ForkPoint::shortened).toList()),
                  ForkPoint.shortened(found.get(0))));
    }
    if (found.get(0).equals(head) && git.get("status", "--porcelain").out().isEmpty()) {
      throw new InputException(
          "There is nothing to compare: the current commit %s is itself where this branch left %s, and nothing is changed since. To compare with the commit before, say: --base-ref HEAD~1"
              .formatted(ForkPoint.shortened(head), ref));
    }
    return new ForkPoint(found.get(0), ref, tip);
  }

  private String tip(String ref) {
    if (ref.isBlank() || ref.startsWith("-")) {
      throw new InputException(
          "\"%s\" is no revision. Name a branch, a tag or a commit: --base-ref main"
              .formatted(ref));
    }
    Git.Answer answer =
        git.ask("-c", "core.warnAmbiguousRefs=true", "rev-parse", "--verify", ref + "^{commit}");
    if (answer.err().contains("is ambiguous")) {
      throw new InputException(
          "%s has more than one meaning in %s. git says: %s. Name a branch as refs/heads/NAME, a tag as refs/tags/NAME, a commit by its full hash."
              .formatted(ref, top, answer.err()));
    }
    if (answer.ok()) {
      return answer.out();
    }
    if (isShallow()) {
      throw shallow(ref, "does not hold " + ref);
    }
    String branch = ref.replaceFirst("^origin/", "");
    throw new InputException(
        "%s is no commit that %s holds. %s"
            .formatted(
                ref,
                top,
                ref.matches(HASH)
                    ? "A force-push may have replaced it; name what is there now: git fetch origin, then for example --base-ref origin/main"
                    : "If it is a branch of the remote repository: git fetch origin %s, then --base-ref origin/%s"
                        .formatted(branch, branch)));
  }

  private boolean isShallow() {
    return git.get("rev-parse", "--is-shallow-repository").out().equals("true");
  }

  /**
   * Whether the history from two commits back to their base ends somewhere because the clone was
   * cut there. What lies behind such an end may be a better base than the one that was found; what
   * lies behind the found base itself cannot.
   */
  private boolean isCut(String base, String head, String tip) {
    return !git.get("rev-list", "--max-parents=0", "--max-count=1", head, tip, "^" + base)
        .out()
        .isEmpty();
  }

  private InputException shallow(String ref, String lack) {
    String branch = ref.replaceFirst("^origin/", "");
    boolean isBranch = branch.matches(BRANCH) && !branch.matches(HASH);
    return new InputException(
        "The clone in %s is shallow and %s. Fetch the whole history: git fetch --unshallow origin%s. In GitHub Actions, give actions/checkout the setting fetch-depth: 0"
            .formatted(
                top,
                lack,
                isBranch
                    ? " +%s:refs/remotes/origin/%s, then --base-ref origin/%s"
                        .formatted(branch, branch, branch)
                    : ""));
  }
}

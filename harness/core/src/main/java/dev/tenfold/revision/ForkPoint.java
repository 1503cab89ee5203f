package dev.tenfold.revision;

/**
 * The commit at which a branch left another: what the branch changed, and nothing else, lies
 * between it and the head.
 *
 * @param commit full hash
 * @param ref as the user named the other branch
 * @param tip full hash of what the name means; the commit itself if it belongs to the branch
 */
record ForkPoint(String commit, String ref, String tip) {
  private static final int SHORT = 12;

  /** The commit as people name it. */
  String revision() {
    return shortened(commit);
  }

  /** For the verdict: which commit is compared with, and why that one. */
  String note() {
    return commit.equals(tip)
        ? "The base is %s, which is %s.".formatted(revision(), ref)
        : "The base is %s, where this branch left %s (which is now %s)."
            .formatted(revision(), ref, shortened(tip));
  }

  static String shortened(String hash) {
    return hash.substring(0, SHORT);
  }
}

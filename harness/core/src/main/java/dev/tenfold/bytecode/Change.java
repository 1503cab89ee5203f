package dev.tenfold.bytecode;

/**
 * One difference between base and head that a benchmark may feel.
 *
 * @param what a class by its name, a file in the jar by its path, or a few words
 * @param how they differ
 */
public record Change(String what, How how) {

  /** In the order in which they are told. */
  public enum How {
    CHANGED("differs"),
    ONLY_IN_HEAD("counts only in the head"),
    ONLY_IN_BASE("counts only in the base");

    private final String words;

    How(String words) {
      this.words = words;
    }
  }

  /** For example {@code a.b.Helper differs}. */
  public String words() {
    return what + " " + how.words;
  }
}

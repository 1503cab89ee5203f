package dev.tenfold.measure;

import java.util.Locale;

/** Which of the two that are compared a jar or a number belongs to. */
public enum Side {
  /** What is compared with: the merge base, the kept baseline. */
  BASE,
  /** What is judged. */
  HEAD;

  Side other() {
    return this == BASE ? HEAD : BASE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

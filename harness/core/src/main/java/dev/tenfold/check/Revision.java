package dev.tenfold.check;

import dev.tenfold.revision.Revisions;
import java.nio.file.Path;
import java.util.Optional;

/** Asks git which revision a work tree is at. */
final class Revision {
  private Revision() {}

  /**
   * The short revision, with {@code -dirty} behind it if tracked files differ; empty without git.
   */
  static Optional<String> of(Path directory) {
    return Revisions.current(directory, System.getenv());
  }
}

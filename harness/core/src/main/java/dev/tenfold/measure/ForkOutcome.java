package dev.tenfold.measure;

import tools.jackson.databind.node.ObjectNode;

/** How one fork of one benchmark ended. */
public sealed interface ForkOutcome {

  /**
   * It gave what was expected of it.
   *
   * @param entry the one entry of JMH's JSON, of one fork
   */
  record Finished(ObjectNode entry) implements ForkOutcome {}

  /**
   * It gave nothing, or not what was expected.
   *
   * @param reason continues the sentence "fork 2: ..."
   */
  record Broken(String reason) implements ForkOutcome {}
}

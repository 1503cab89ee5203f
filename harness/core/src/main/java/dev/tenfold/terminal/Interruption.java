package dev.tenfold.terminal;

import java.io.PrintStream;

/** Says how to go on, if the process is told to stop while this is open. */
public final class Interruption implements AutoCloseable {
  private final Thread onStop;

  /**
   * Begins to wait for it.
   *
   * @param out where it is said
   * @param sentence what is said, then and only then
   */
  public Interruption(PrintStream out, String sentence) {
    this.onStop =
        new Thread(
            () -> {
              out.print("\n" + Visible.of(sentence) + "\n");
              out.flush();
            },
            "tenfold-interruption");
    Runtime.getRuntime().addShutdownHook(onStop);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(onStop);
    } catch (IllegalStateException stopping) {
      // Then it is being said.
    }
  }
}

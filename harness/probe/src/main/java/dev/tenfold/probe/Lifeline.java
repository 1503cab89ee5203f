package dev.tenfold.probe;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the measured JVM when the host that started it is gone, however it went: also after a
 * SIGKILL nothing goes on measuring.
 *
 * <p>Its standard input is a pipe whose other end only its parent holds. It gives its end of file
 * when the parent dies and at no other time.
 */
final class Lifeline implements Runnable {
  /** What the JVM ends with; seen by nobody who is still alive, but a number in a core log. */
  private static final int PARENT_GONE = 129;

  private final InputStream parent;

  private Lifeline(InputStream parent) {
    this.parent = parent;
  }

  /** Does nothing in the host, whose standard input carries requests. */
  static void hold() {
    if (Host.isHere()) {
      return;
    }
    Thread thread = new Thread(new Lifeline(System.in), "tenfold-lifeline");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      while (parent.read() >= 0) {
        continue;
      }
    } catch (IOException e) {
      // An unreadable pipe says the same as its end: nobody is at the other side.
    }
    Runtime.getRuntime().halt(PARENT_GONE);
  }
}

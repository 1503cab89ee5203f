package dev.tenfold.probe;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;

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

  private final FileChannel parent;

  private Lifeline(FileChannel parent) {
    this.parent = parent;
  }

  /** Does nothing in the host, whose standard input carries requests. */
  static void hold() {
    if (Host.isHere()) {
      return;
    }
    Lifeline lifeline = new Lifeline(new FileInputStream(FileDescriptor.in).getChannel());
    Thread thread = new Thread(lifeline, "tenfold-lifeline");
    thread.setDaemon(true);
    thread.start();
    // On Windows a read cannot be called off, and who tried would wait for it for ever.
    if (File.separatorChar == '/') {
      Runtime.getRuntime().addShutdownHook(new Thread(lifeline::letGo, "tenfold-let-go"));
    }
  }

  @Override
  public void run() {
    try {
      while (parent.read(ByteBuffer.allocate(1)) >= 0) {
        continue;
      }
    } catch (ClosedChannelException e) {
      return; // let go
    } catch (IOException e) {
      // An unreadable pipe says the same as its end: nobody is at the other side.
    }
    Runtime.getRuntime().halt(PARENT_GONE);
  }

  /** A JVM that ends waits up to 0.3 s for a thread that is in a system call. */
  private void letGo() {
    try {
      parent.close();
    } catch (IOException e) {
      // Then the JVM ends a little later.
    }
  }
}

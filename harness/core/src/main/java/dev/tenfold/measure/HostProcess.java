package dev.tenfold.measure;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs one command to its end or to its deadline, and leaves nothing of it running: not after the
 * deadline, and not when the harness itself is told to stop.
 */
final class HostProcess {
  private static final Duration TAIL_PATIENCE = Duration.ofSeconds(5);

  private HostProcess() {}

  /**
   * How a command ended.
   *
   * @param exitCode of the process; -1 if it was killed at its deadline
   * @param reason why it failed, in words; meaningless if it did not
   */
  record Ending(int exitCode, String reason) {}

  static Ending run(List<String> command, Duration deadline) {
    Process process = start(command);
    Thread stop = new Thread(() -> killTree(process), "tenfold-kill");
    try {
      Runtime.getRuntime().addShutdownHook(stop);
    } catch (IllegalStateException stopping) {
      killTree(process);
      throw standStill();
    }
    Tail tail = new Tail(process.getInputStream());
    tail.start();
    try {
      boolean ended = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        killTree(process);
        return new Ending(
            -1,
            "it was still running after %s s and was killed; a hang, or too little time (raise it with --patience)"
                .formatted(deadline.toSeconds()));
      }
      // Whoever inherited the pipe may hold it for ever; what was said until now is enough.
      tail.join(TAIL_PATIENCE.toMillis());
      return new Ending(process.exitValue(), JmhComplaint.in(tail.text(), process.exitValue()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("Measuring was interrupted.", e);
    } finally {
      killTree(process);
      removeHook(stop);
    }
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new InputException(
          "%s cannot be started: %s. Name a JDK with --java HOME."
              .formatted(command.get(0), e.getMessage()),
          e);
    }
  }

  /** Children first noted, then all killed: a killed parent's children can no longer be found. */
  private static void killTree(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      throw standStill();
    }
  }

  /**
   * Waits for the end of this JVM, which has begun: what was killed by it has not failed, and must
   * not be told of as if it had.
   */
  private static IllegalStateException standStill() {
    while (true) {
      LockSupport.park();
    }
  }

  /** Reads what a process says and remembers the end of it, however much it says. */
  private static final class Tail extends Thread {
    /** JMH repeats a deep stack several times behind the line that matters. */
    private static final int KEPT = 1 << 20;

    private final InputStream from;
    private final byte[] ring = new byte[KEPT];
    private long read; // guarded by this

    Tail(InputStream from) {
      super("tenfold-tail");
      this.from = from;
      setDaemon(true);
    }

    @Override
    public void run() {
      byte[] buffer = new byte[8192];
      try (from) {
        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
          keep(buffer, n);
        }
      } catch (IOException e) {
        // The process was killed with its pipe; what was read until then is the tail.
      }
    }

    private synchronized void keep(byte[] bytes, int n) {
      for (int i = 0; i < n; i++) {
        ring[(int) (read++ % KEPT)] = bytes[i];
      }
    }

    synchronized String text() {
      int length = (int) Math.min(read, KEPT);
      byte[] ordered = new byte[length];
      for (int i = 0; i < length; i++) {
        ordered[i] = ring[(int) ((read - length + i) % KEPT)];
      }
      return new String(ordered, StandardCharsets.UTF_8);
    }
  }
}

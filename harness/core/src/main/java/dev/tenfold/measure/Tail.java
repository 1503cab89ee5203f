package dev.tenfold.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * Reads what a host says, remembers the end of it, however much it says, and finds the answer to
 * the request that is being served.
 */
final class Tail extends Thread {
  /** JMH repeats a deep stack several times behind the line that matters. */
  private static final int KEPT = 1 << 20;

  /** Longer than any answer: of longer lines only this much is looked at. */
  private static final int LINE = 128;

  private final InputStream from;
  private final byte[] ring = new byte[KEPT];
  private final StringBuilder line = new StringBuilder();
  private long read; // guarded by this
  private String word = ""; // guarded by this
  private CompletableFuture<OptionalInt> answer = new CompletableFuture<>(); // guarded by this
  private boolean ended; // guarded by this

  Tail(InputStream from) {
    super("tenfold-tail");
    this.from = from;
    setDaemon(true);
  }

  /**
   * Forgets what was said and waits for an answer.
   *
   * @param mark the word that the answer begins with
   * @return the number behind it; empty if what is read ends before
   */
  synchronized CompletableFuture<OptionalInt> expect(String mark) {
    read = 0;
    word = mark + " ";
    answer = new CompletableFuture<>();
    if (ended) {
      answer.complete(OptionalInt.empty());
    }
    return answer;
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
    end();
  }

  /** Gives up reading, though somebody who inherited the pipe may hold it open for ever. */
  void giveUpAfter(Duration patience) {
    try {
      join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end();
  }

  private synchronized void end() {
    ended = true;
    answer.complete(OptionalInt.empty());
  }

  private synchronized void keep(byte[] bytes, int n) {
    for (int i = 0; i < n; i++) {
      ring[(int) (read++ % KEPT)] = bytes[i];
      if (bytes[i] == '\n') {
        if (!word.isEmpty() && line.indexOf(word) == 0) {
          answer.complete(OptionalInt.of(line.charAt(word.length()) - '0'));
        }
        line.setLength(0);
      } else if (line.length() < LINE) {
        line.append((char) bytes[i]);
      }
    }
  }

  /** What was said since the last request, or the end of it. */
  synchronized String text() {
    int length = (int) Math.min(read, KEPT);
    byte[] ordered = new byte[length];
    for (int i = 0; i < length; i++) {
      ordered[i] = ring[(int) ((read - length + i) % KEPT)];
    }
    return new String(ordered, StandardCharsets.UTF_8);
  }
}

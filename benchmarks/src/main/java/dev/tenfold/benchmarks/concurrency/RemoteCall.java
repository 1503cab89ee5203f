package dev.tenfold.benchmarks.concurrency;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A call to another service, seen from this end: nothing to do until the answer comes.
 *
 * <p>The thread parks for the time of the call. A platform thread is then off its processor and a
 * virtual thread off its carrier, as in a read from a socket. A peer on the loopback would answer
 * on the same few processors, and measure how it competes for them with the caller. Park comes back
 * some 50 us late on Linux, which is the slack of its timers, and for every alternative alike.
 *
 * @param answer what comes back
 * @param micros from the question to the answer, in microseconds
 */
record RemoteCall(long answer, long micros) implements Callable<Long> {

  /** Waits for the answer in the calling thread. */
  @Override
  public Long call() {
    long due = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(micros);
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
    return answer;
  }

  /** Waits in no thread, as a client does that the network calls back. */
  CompletableFuture<Long> future() {
    return new CompletableFuture<Long>().completeOnTimeout(answer, micros, TimeUnit.MICROSECONDS);
  }
}

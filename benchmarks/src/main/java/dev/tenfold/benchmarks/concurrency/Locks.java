package dev.tenfold.benchmarks.concurrency;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Which lock lets two threads through most often, when what it guards is small, by the share of the
 * accesses that only read?
 *
 * <p>The score is the accesses of both threads together: higher is better. What is guarded are two
 * numbers whose sum never changes, so that a reader who slips between the two halves of a write
 * would see it. The sections last a few nanoseconds, and the score is the price of the lock itself:
 * a read lock is a write to memory that all readers share, and earns its price only where readers
 * stay inside for longer. The optimistic read of a {@code StampedLock} writes nothing; it reads
 * again, under the lock, if somebody wrote meanwhile.
 *
 * <p>None of these locks is fair: the thread that has just let go often gets in again before the
 * other has woken up, and the score does not say whose the accesses were. That is why two threads
 * that do nothing but lock come out little worse than one.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.Locks.*'
 * </pre>
 */
@State(Scope.Benchmark)
@Threads(2)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class Locks {
  /** The share of reads, in per cent. */
  @Param({"0", "50", "95"})
  public int reads;

  private final Object monitor = new Object();
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock readWriteLock = new ReentrantReadWriteLock();
  private final StampedLock stampedLock = new StampedLock();
  private boolean[] isRead;

  @Setup
  public void draw() {
    Random random = new Random(30);
    isRead = new boolean[Cursor.LENGTH];
    for (int i = 0; i < isRead.length; i++) {
      isRead[i] = random.nextInt(100) < reads;
    }
  }

  /** What is guarded: money that is moved from one account to another. Both begin at 0. */
  @State(Scope.Benchmark)
  public static class Accounts {
    long from;
    long to;

    /** What there is in all: 0, unless half of a move is seen. */
    long total() {
      return from + to;
    }

    long move() {
      from--;
      to++;
      return total();
    }
  }

  @Benchmark
  public long synchronizedBlock(Cursor cursor, Accounts accounts) {
    boolean read = isRead[cursor.next()];
    synchronized (monitor) {
      return read ? accounts.total() : accounts.move();
    }
  }

  @Benchmark
  public long reentrantLock(Cursor cursor, Accounts accounts) {
    boolean read = isRead[cursor.next()];
    lock.lock();
    try {
      return read ? accounts.total() : accounts.move();
    } finally {
      lock.unlock();
    }
  }

  @Benchmark
  public long readWriteLock(Cursor cursor, Accounts accounts) {
    if (isRead[cursor.next()]) {
      readWriteLock.readLock().lock();
      try {
        return accounts.total();
      } finally {
        readWriteLock.readLock().unlock();
      }
    }
    readWriteLock.writeLock().lock();
    try {
      return accounts.move();
    } finally {
      readWriteLock.writeLock().unlock();
    }
  }

  @Benchmark
  public long stampedLock(Cursor cursor, Accounts accounts) {
    if (isRead[cursor.next()]) {
      return optimisticTotal(accounts);
    }
    long stamp = stampedLock.writeLock();
    try {
      return accounts.move();
    } finally {
      stampedLock.unlockWrite(stamp);
    }
  }

  private long optimisticTotal(Accounts accounts) {
    long stamp = stampedLock.tryOptimisticRead();
    long total = accounts.total();
    if (stampedLock.validate(stamp)) {
      return total;
    }
    stamp = stampedLock.readLock();
    try {
      return accounts.total();
    } finally {
      stampedLock.unlockRead(stamp);
    }
  }
}

package dev.tenfold.benchmarks.batching;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A log of which each append returns when its record is on the disk, and threads that wait at the
 * same time share a force.
 *
 * <p>Who finds no force under way leads: it lets go of the lock and forces what has been written so
 * far, its own record included. Those who write meanwhile wait until it is through; it may have
 * begun before they wrote, so one of them leads the next one, for all of them. A leader waits for
 * nobody, so nobody waits for ever, whichever threads stop appending.
 */
final class GroupLog {
  /** What makes durable all that was written before the call. */
  interface Disk {
    void force() throws IOException;
  }

  private final OutputStream file;
  private final Disk disk;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition forceEnded = lock.newCondition();
  private boolean forcing;
  private long written;
  private long durable;

  GroupLog(OutputStream file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  /**
   * Appends a record and returns when it is on the disk.
   *
   * @return whether this thread was the one that forced
   */
  boolean append(byte[] record) throws IOException {
    lock.lock();
    try {
      file.write(record);
      long own = ++written;
      while (forcing && durable < own) {
        forceEnded.awaitUninterruptibly();
      }
      if (durable >= own) {
        return false;
      }
      lead();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void lead() throws IOException {
    long covered = written;
    forcing = true;
    lock.unlock();
    try {
      disk.force();
    } finally {
      lock.lock();
      forcing = false;
      forceEnded.signalAll();
    }
    durable = covered;
  }
}

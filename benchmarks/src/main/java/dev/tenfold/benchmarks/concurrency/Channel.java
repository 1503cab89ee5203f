package dev.tenfold.benchmarks.concurrency;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.SpscArrayQueue;

/** A bounded queue from one thread to one other. */
public enum Channel {
  /** The JDK's array under one lock. */
  ARRAY_BLOCKING(capacity -> new Plain(new ArrayBlockingQueue<>(capacity))),

  /** The JDK's linked list under two locks, one for each end. */
  LINKED_BLOCKING(capacity -> new Plain(new LinkedBlockingQueue<>(capacity))),

  /** The JDK's linked list without locks, and the bound that it lacks. */
  CONCURRENT_LINKED(Permitted::new),

  /** JCTools' array for a single producer and a single consumer. */
  JCTOOLS_SPSC(capacity -> new Plain(new SpscArrayQueue<>(capacity))),

  /** JCTools' array for any number of either. */
  JCTOOLS_MPMC(capacity -> new Plain(new MpmcArrayQueue<>(capacity))),

  /** The LMAX Disruptor's ring. */
  DISRUPTOR(Ring::new);

  private final IntFunction<Ends> maker;

  Channel(IntFunction<Ends> maker) {
    this.maker = maker;
  }

  /**
   * An empty queue.
   *
   * @param capacity in items; a power of two
   */
  Ends open(int capacity) {
    return maker.apply(capacity);
  }

  /** Both ends of a queue. Neither waits. */
  interface Ends {
    /** Puts an item in, unless the queue is full. */
    boolean offer(Integer item);

    /** Takes the oldest item out, or null if there is none. */
    Integer poll();
  }

  private record Plain(Queue<Integer> queue) implements Ends {
    @Override
    public boolean offer(Integer item) {
      return queue.offer(item);
    }

    @Override
    public Integer poll() {
      return queue.poll();
    }
  }

  /**
   * A producer faster than its consumer fills the memory with an unbounded queue, so that programs
   * bound it. The permits are part of the price.
   */
  private static final class Permitted implements Ends {
    private final ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
    private final Semaphore room;

    Permitted(int capacity) {
      room = new Semaphore(capacity);
    }

    @Override
    public boolean offer(Integer item) {
      return room.tryAcquire() && queue.offer(item);
    }

    @Override
    public Integer poll() {
      Integer item = queue.poll();
      if (item != null) {
        room.release();
      }
      return item;
    }
  }
}

package dev.tenfold.benchmarks.concurrency;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventTranslatorOneArg;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;

/**
 * The ring of an LMAX Disruptor with the two ends of a queue.
 *
 * <p>The consumer keeps its own sequence, as the processors do that the Disruptor runs in threads
 * of its own: JMH's threads are not the Disruptor's. An {@link com.lmax.disruptor.EventPoller} does
 * the same, but hands the event to a callback, which would have to leave it in a field for {@code
 * poll} to return. It takes one event at a time like the other queues; a consumer that takes what
 * there is at once, which is the Disruptor's strength, writes its sequence less often.
 */
final class Ring implements Channel.Ends {
  private static final EventTranslatorOneArg<Slot, Integer> FILL =
      (slot, sequence, item) -> slot.item = item;

  private final RingBuffer<Slot> ring;
  private final Sequence taken = new Sequence();

  Ring(int capacity) {
    // Nobody sleeps: the default strategy would take a lock at each item to wake somebody up.
    ring = RingBuffer.createSingleProducer(Slot::new, capacity, new BusySpinWaitStrategy());
    ring.addGatingSequences(taken);
  }

  @Override
  public boolean offer(Integer item) {
    return ring.tryPublishEvent(FILL, item);
  }

  @Override
  public Integer poll() {
    long next = taken.get() + 1;
    if (next > ring.getCursor()) {
      return null;
    }
    Integer item = ring.get(next).item;
    taken.set(next);
    return item;
  }

  private static final class Slot {
    private Integer item;
  }
}

package dev.tenfold.benchmarks.concurrency;

import java.util.ArrayDeque;

/** The stack that one writes without a thought: the JDK's array under a lock. */
final class LockedStack<T> {
  private final ArrayDeque<T> items = new ArrayDeque<>();

  synchronized void push(T item) {
    items.push(item);
  }

  /** The newest item, or null if there is none. */
  synchronized T pop() {
    return items.poll();
  }
}

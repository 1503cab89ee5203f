package dev.tenfold.benchmarks.concurrency;

import java.util.concurrent.atomic.AtomicReference;

/**
 * A stack without locks (Treiber, Systems Programming: Coping with Parallelism, IBM Research Report
 * RJ 5118, 1986): a linked list whose head is replaced if nobody replaced it meanwhile, else tried
 * again.
 *
 * <p>That the head is the same node as before proves that nothing changed only if a node never
 * comes back. With memory that is freed by hand it may: between a thread's look at the head A and
 * its exchange others pop A and B, free both, and push a new node at the address of A; the exchange
 * succeeds and makes B, long gone, the head. That is the ABA problem. Here a push allocates a node,
 * the node is never pushed again, and the collector does not reuse its memory while any thread
 * holds a reference to it: the same reference is the same node, and what lies below it is what lay
 * there. Pooling the nodes would bring the problem back.
 */
final class TreiberStack<T> {
  private final AtomicReference<Node<T>> head = new AtomicReference<>();

  /** Allocates one node of 24 bytes, however many tries it takes. */
  void push(T item) {
    Node<T> node = new Node<>(item);
    do {
      node.next = head.get();
    } while (!head.compareAndSet(node.next, node));
  }

  /** The newest item, or null if there is none. */
  T pop() {
    Node<T> top;
    do {
      top = head.get();
      if (top == null) {
        return null;
      }
    } while (!head.compareAndSet(top, top.next));
    return top.item;
  }

  private static final class Node<T> {
    private final T item;
    private Node<T> next;

    Node(T item) {
      this.item = item;
    }
  }
}

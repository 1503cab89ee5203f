package dev.tenfold.benchmarks.caching;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Texts of one length outside the heap, in a direct buffer, where no garbage collector looks.
 *
 * <p>The records lie one after the other, in the order in which their keys came first. An index
 * finds them, outside the heap too: a hash table with linear probing (Knuth, The Art of Computer
 * Programming, volume 3, section 6.4, algorithm L) of pairs of a key and a record's number, at most
 * half full. Nothing is ever removed. Any number of threads may read what is no longer written.
 */
final class Records implements Store {
  private static final int EMPTY = 0;

  /** 2^32 divided by the golden ratio: its multiples fall far apart (Knuth, same section). */
  private static final int SCATTER = 0x9E3779B9;

  private final int capacity;
  private final int length;
  private final ByteBuffer records;
  private final IntBuffer index;
  private final int slotBits;
  private int count;

  /**
   * @param capacity how many records there is room for; 1 to 2^26
   * @param length of every text, in characters
   */
  Records(int capacity, int length) {
    this.capacity = capacity;
    this.length = length;
    slotBits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * capacity - 1);
    records = ByteBuffer.allocateDirect(Math.multiplyExact(capacity, length));
    index =
        ByteBuffer.allocateDirect(2 * Integer.BYTES << slotBits)
            .order(ByteOrder.nativeOrder())
            .asIntBuffer();
  }

  /** A store of the texts of these keys, every one of this length. */
  static Records of(Collection<Integer> keys, int length) {
    Records records = new Records(keys.size(), length);
    for (Integer key : keys) {
      records.put(key, Store.text(key, length));
    }
    return records;
  }

  /**
   * Stores a text of Latin-1 characters, in place of the one that the key had.
   *
   * @param key not 0
   */
  void put(int key, String text) {
    if (key == EMPTY || text.length() != length) {
      throw new IllegalArgumentException(
          "A record has a key other than 0 and %d characters here, not key %d and %d characters."
              .formatted(length, key, text.length()));
    }
    int slot = slot(key);
    if (index.get(slot) == EMPTY) {
      if (count == capacity) {
        throw new IllegalStateException(
            "All %d records are taken; make room for more at the start.".formatted(capacity));
      }
      index.put(slot, key);
      index.put(slot + 1, count++);
    }
    records.put(index.get(slot + 1) * length, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public String read(Integer key) {
    int slot = slot(key);
    if (index.get(slot) == EMPTY) {
      return null;
    }
    byte[] text = new byte[length];
    records.get(index.get(slot + 1) * length, text);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  /** Where a key stands in the index, or would stand. */
  private int slot(int key) {
    int slot = key * SCATTER >>> (Integer.SIZE - slotBits);
    while (index.get(2 * slot) != key && index.get(2 * slot) != EMPTY) {
      slot = (slot + 1) & ((1 << slotBits) - 1);
    }
    return 2 * slot;
  }
}

package dev.tenfold.jmh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A set of texts that remembers 128 bits of the SHA-256 of each and not the text: a million
 * identities in 32 MiB. Two different texts are taken for the same with a probability of less than
 * 10^-26 in a million.
 */
final class SeenTexts {
  private final MessageDigest sha256;

  /** Pairs of the two halves, open addressing; a first half of zero is a free slot. */
  private long[] slots = new long[2 * 1024];

  private int size;

  SeenTexts() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  int size() {
    return size;
  }

  /** Adds a text; false if it was there. */
  boolean add(String text) {
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    if (!put(digest.getLong(0) | 1, digest.getLong(8))) {
      return false;
    }
    size++;
    if (size > slots.length / 4) {
      grow();
    }
    return true;
  }

  private boolean put(long first, long second) {
    int mask = slots.length - 2;
    int at = (int) (second << 1) & mask;
    while (slots[at] != 0) {
      if (slots[at] == first && slots[at + 1] == second) {
        return false;
      }
      at = at + 2 & mask;
    }
    slots[at] = first;
    slots[at + 1] = second;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        put(old[i], old[i + 1]);
      }
    }
  }
}

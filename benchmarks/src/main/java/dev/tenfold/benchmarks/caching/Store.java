package dev.tenfold.benchmarks.caching;

/** Where the texts are that a cache is put in front of. */
interface Store {
  /** The text of a key, or null if the store has none. */
  String read(Integer key);

  /**
   * The text that belongs to a key, in every store: the key's number, and stars up to the length.
   *
   * @param length in characters, each of which takes one byte; at least 11, for the longest number
   */
  static String text(Integer key, int length) {
    String number = key.toString();
    return number + "*".repeat(length - number.length());
  }
}

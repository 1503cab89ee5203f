package dev.tenfold.benchmarks.database;

import java.util.stream.IntStream;

/** What the accounts hold at first, reckoned here and not by the server. */
final class Balances {
  private Balances() {}

  static int of(int id) {
    return id * 7919 % 1000;
  }

  static long sum() {
    return IntStream.range(0, Accounts.COUNT).mapToLong(Balances::of).sum();
  }
}

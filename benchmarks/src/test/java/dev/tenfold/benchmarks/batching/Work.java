package dev.tenfold.benchmarks.batching;

/** What a test has done, and may fail. */
interface Work {
  void run() throws Exception;
}

package dev.tenfold.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocksTest {
  private static final int ACCESSES = 2 * Cursor.LENGTH;

  @ParameterizedTest
  @ValueSource(ints = {0, 50, 95})
  void noLockLosesAMoveOrShowsHalfOfOne(int reads) throws Exception {
    long moves = moves(reads, Locks::synchronizedBlock);
    assertThat(moves(reads, Locks::reentrantLock)).isEqualTo(moves);
    assertThat(moves(reads, Locks::readWriteLock)).isEqualTo(moves);
    assertThat(moves(reads, Locks::stampedLock)).isEqualTo(moves);
    // Six standard deviations of the 2^16 draws, each of which is done four times, at 50 %.
    assertThat(moves).isBetween(movesOf(reads) - 3072, movesOf(reads) + 3072);
  }

  private static long movesOf(int reads) {
    return 2L * ACCESSES * (100 - reads) / 100;
  }

  /** How many moves both threads did; fails if one was seen in part. */
  private static long moves(int reads, Access access) throws Exception {
    Locks benchmark = new Locks();
    benchmark.reads = reads;
    benchmark.draw();
    Locks.Accounts accounts = new Locks.Accounts();
    List<Integer> seenInPart =
        TwoThreads.results(
            thread -> {
              Cursor cursor = TwoThreads.cursor(thread);
              int wrong = 0;
              for (int i = 0; i < ACCESSES; i++) {
                wrong += access.total(benchmark, cursor, accounts) == 0 ? 0 : 1;
              }
              return wrong;
            });
    assertThat(seenInPart).containsExactly(0, 0);
    assertThat(accounts.total()).isZero();
    return accounts.to;
  }

  private interface Access {
    long total(Locks benchmark, Cursor cursor, Locks.Accounts accounts);
  }
}

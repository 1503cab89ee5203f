package dev.tenfold.benchmarks.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class HeapOverPostgresTest {
  private static final int READS = 10_000;

  @Test
  void everyTierGivesTheTextsAndCountsItsReads() throws SQLException {
    HeapOverPostgres benchmark = new HeapOverPostgres();
    benchmark.open();
    try {
      Tiers alone = Rounds.reads(READS, HeapOverPostgres.TEXT_LENGTH, benchmark::postgres);
      assertThat(alone.heap).isZero();
      assertThat(alone.store).isEqualTo(READS);

      Tiers small = readThroughHeap(benchmark, 82);
      Tiers large = readThroughHeap(benchmark, 819);
      assertThat((double) small.heap / READS).isBetween(0.3, 0.6);
      assertThat((double) large.heap / READS).isBetween(0.6, 0.8);
    } finally {
      benchmark.close();
    }
  }

  @Test
  void aTableHasNoTextForAKeyItWasNotGiven() throws SQLException {
    try (Table table = new Table(List.of(1, -2), 11)) {
      assertThat(table.read(-2)).isEqualTo("-2*********");
      assertThat(table.read(2)).isNull();
    }
  }

  private static Tiers readThroughHeap(HeapOverPostgres benchmark, int capacity) {
    HeapOverPostgres.Both both = new HeapOverPostgres.Both();
    both.capacity = capacity;
    both.open(benchmark);
    Tiers tiers =
        Rounds.reads(
            READS,
            HeapOverPostgres.TEXT_LENGTH,
            (cursor, count) -> benchmark.heapThenPostgres(both, cursor, count));
    assertThat(tiers.heap + tiers.store).isEqualTo(READS);
    return tiers;
  }
}

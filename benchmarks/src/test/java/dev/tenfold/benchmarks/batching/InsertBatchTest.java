package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class InsertBatchTest {
  private final InsertBatch benchmark = new InsertBatch();

  @AfterEach
  void close() throws SQLException {
    benchmark.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1000})
  void allWaysCommitTheSameRowsInOneTransaction(int size) throws Exception {
    open(size);
    List<Payment> payments = List.of(Payment.draw(size));
    assertThat(inserted(benchmark::batch)).isEqualTo(payments);
    assertThat(inserted(benchmark::rewrittenBatch)).isEqualTo(payments);
    assertThat(inserted(benchmark::copy)).isEqualTo(payments);
  }

  /** The driver tells how many rows a statement inserted, unless it has rewritten it. */
  @Test
  void oneBatchIsRewrittenAndTheOtherIsNot() throws Exception {
    open(10);
    assertThat(benchmark.batch()).hasSize(10).containsOnly(1);
    assertThat(benchmark.rewrittenBatch()).hasSize(10).containsOnly(Statement.SUCCESS_NO_INFO);
  }

  private void open(int size) throws SQLException {
    benchmark.size = size;
    benchmark.open();
  }

  private List<Payment> inserted(Work insertion) throws Exception {
    benchmark.empty();
    insertion.run();
    assertThat(StoredPayments.transactions(benchmark.ledger)).isEqualTo(1);
    return StoredPayments.in(benchmark.ledger);
  }
}

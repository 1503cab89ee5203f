package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class UpdateBatchTest {
  /** With batches of a hundred, the first hundred accounts have their second turn. */
  private static final int BATCHES = UpdateBatch.ACCOUNTS / 100 + 1;

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100})
  void bothWaysLeaveTheSameRows(int size) throws Exception {
    Map<Integer, Long> expected = new TreeMap<>();
    Payment[] payments = Payment.draw(UpdateBatch.ACCOUNTS);
    for (Payment payment : payments) {
      expected.put(payment.account(), 0L);
    }
    for (int i = 0; i < BATCHES * size; i++) {
      Payment payment = payments[i % payments.length];
      expected.merge(payment.account(), payment.cents(), Long::sum);
    }
    UpdateBatch batched = new UpdateBatch();
    assertThat(updated(batched, size, batched::batch)).isEqualTo(expected);
    UpdateBatch joined = new UpdateBatch();
    assertThat(updated(joined, size, joined::arrays)).isEqualTo(expected);
  }

  private static Map<Integer, Long> updated(
      UpdateBatch benchmark, int size, Callable<Integer> update) throws Exception {
    benchmark.size = size;
    benchmark.open();
    try {
      for (int i = 0; i < BATCHES; i++) {
        assertThat(update.call()).isEqualTo(size);
      }
      benchmark.vacuum();
      return accounts(benchmark.ledger);
    } finally {
      benchmark.close();
    }
  }

  private static Map<Integer, Long> accounts(Ledger ledger) throws SQLException {
    Map<Integer, Long> accounts = new TreeMap<>();
    try (Connection connection = ledger.durable();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id, cents FROM account")) {
      while (row.next()) {
        accounts.put(row.getInt(1), row.getLong(2));
      }
    }
    return accounts;
  }
}

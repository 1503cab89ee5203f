package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.benchmarks.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class LedgerTest {
  @Test
  void onlyDurableConnectionsWaitForTheDiskAndNoneForAReplica() throws SQLException {
    try (Ledger ledger = Ledger.open()) {
      assertThat(waitsFor(ledger.durable())).isEqualTo("local");
      assertThat(waitsFor(ledger.hasty("reWriteBatchedInserts=true"))).isEqualTo("off");
    }
  }

  @Test
  void emptiedPaymentsAreGone() throws SQLException {
    try (Ledger ledger = Ledger.open()) {
      PreparedStatement insertion = Ledger.insertion(ledger.durable());
      Ledger.bind(insertion, Payment.draw(1)[0]);
      insertion.executeUpdate();
      assertThat(StoredPayments.in(ledger)).hasSize(1);
      ledger.emptyPayments();
      assertThat(StoredPayments.in(ledger)).isEmpty();
    }
  }

  private static String waitsFor(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
      row.next();
      return row.getString(1);
    }
  }
}

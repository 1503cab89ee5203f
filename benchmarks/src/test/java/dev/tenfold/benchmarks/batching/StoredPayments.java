package dev.tenfold.benchmarks.batching;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a ledger's table of payments holds. */
final class StoredPayments {
  private StoredPayments() {}

  /** Those that are committed, in the order in which they were inserted. */
  static List<Payment> in(Ledger ledger) throws SQLException {
    List<Payment> payments = new ArrayList<>();
    try (Connection connection = ledger.durable();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT account, cents, note FROM payment ORDER BY id")) {
      while (row.next()) {
        payments.add(new Payment(row.getInt(1), row.getLong(2), row.getString(3)));
      }
    }
    return payments;
  }

  /** How many transactions inserted them. */
  static int transactions(Ledger ledger) throws SQLException {
    try (Connection connection = ledger.durable();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(DISTINCT xmin::text) FROM payment")) {
      row.next();
      return row.getInt(1);
    }
  }
}

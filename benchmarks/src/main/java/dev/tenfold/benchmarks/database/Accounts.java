package dev.tenfold.benchmarks.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tenfold.benchmarks.postgres.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Ten thousand accounts in a schema of their own, and the short query that programs ask. */
final class Accounts implements AutoCloseable {
  static final int COUNT = 10_000;

  /** One row by its primary key, from memory. */
  static final String BALANCE = "SELECT balance FROM account WHERE id = ?";

  private final Schema schema;

  private Accounts(Schema schema) {
    this.schema = schema;
  }

  static Accounts open() throws SQLException {
    Accounts accounts = new Accounts(Schema.open());
    try (Connection connection = accounts.connect();
        Statement statement = connection.createStatement()) {
      // Pages are left half empty, so that the new version of an updated row stays on its page.
      statement.execute(
          "CREATE TABLE account (id int PRIMARY KEY, owner text NOT NULL, balance int NOT NULL)"
              + " WITH (fillfactor = 50)");
      statement.execute(
          "INSERT INTO account SELECT id, 'owner ' || id, id * 7919 % 1000"
              + (" FROM generate_series(0, " + (COUNT - 1) + ") AS id"));
      statement.execute("VACUUM ANALYZE account");
    }
    return accounts;
  }

  Connection connect() throws SQLException {
    return schema.connect();
  }

  Connection connectToReplica() throws SQLException {
    return schema.connectToReplica();
  }

  /** A pool that keeps so many connections open, no more and no less. */
  HikariDataSource pool(int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(schema.url());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(connections);
    return new HikariDataSource(config);
  }

  /** The balance of an account, asked as a program does that was just lent a connection. */
  static int balance(Connection connection, int id) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BALANCE)) {
      return balance(query, id);
    }
  }

  /** The balance of an account, by {@link #BALANCE}. */
  static int balance(PreparedStatement query, int id) throws SQLException {
    query.setInt(1, id);
    try (ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Override
  public void close() throws SQLException {
    schema.close();
  }
}

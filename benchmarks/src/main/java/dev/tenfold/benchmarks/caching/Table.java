package dev.tenfold.benchmarks.caching;

import dev.tenfold.benchmarks.postgres.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Texts in a PostgreSQL table of their own, read by primary key over one connection: for one thread
 * at a time.
 */
final class Table implements Store, AutoCloseable {
  private final Schema schema;
  private final Connection connection;
  private final PreparedStatement select;

  /** A table of the texts of these keys, every one of this length. */
  Table(Iterable<Integer> keys, int length) throws SQLException {
    schema = Schema.open();
    connection = schema.connect("reWriteBatchedInserts=true");
    execute("CREATE TABLE texts (id integer PRIMARY KEY, content text NOT NULL)");
    fill(keys, length);
    // By itself PostgreSQL would do this in a minute or so, and then in a measurement.
    execute("VACUUM ANALYZE texts");
    select = connection.prepareStatement("SELECT content FROM texts WHERE id = ?");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void fill(Iterable<Integer> keys, int length) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO texts (id, content) VALUES (?, ?)")) {
      for (Integer key : keys) {
        insert.setInt(1, key);
        insert.setString(2, Store.text(key, length));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public String read(Integer key) {
    try {
      select.setInt(1, key);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "PostgreSQL did not answer; look at the cause, and whether the server still runs.", e);
    }
  }

  /** Drops the table too. */
  @Override
  public void close() throws SQLException {
    connection.close();
    schema.close();
  }
}

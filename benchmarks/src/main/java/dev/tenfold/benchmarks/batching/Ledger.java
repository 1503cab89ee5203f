package dev.tenfold.benchmarks.batching;

import dev.tenfold.benchmarks.postgres.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of payments and of accounts, empty at first, in a schema of their own, and the
 * connections to them.
 *
 * <p>The server does not vacuum the tables on its own: it would do so in the middle of one
 * measurement and not of the next. Who fills them empties them between iterations.
 */
final class Ledger implements AutoCloseable {
  private static final String PAYMENTS =
      """
      CREATE TABLE payment (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        account int NOT NULL,
        cents bigint NOT NULL,
        note text NOT NULL
      ) WITH (autovacuum_enabled = off)\
      """;

  /** Half of every page is left free, so that the next version of a row finds room beside it. */
  private static final String ACCOUNTS =
      """
      CREATE TABLE account (
        id int PRIMARY KEY,
        cents bigint NOT NULL
      ) WITH (fillfactor = 50, autovacuum_enabled = off)\
      """;

  private final Schema schema;
  private final Connection owner;
  private final List<Connection> connections = new ArrayList<>();

  private Ledger(Schema schema, Connection owner) {
    this.schema = schema;
    this.owner = owner;
  }

  static Ledger open() throws SQLException {
    Schema schema = Schema.open();
    Ledger ledger = new Ledger(schema, schema.connect());
    ledger.execute(PAYMENTS);
    ledger.execute(ACCOUNTS);
    return ledger;
  }

  /** Executes a statement that is not measured, in a transaction of its own. */
  void execute(String sql) throws SQLException {
    execute(owner, sql);
  }

  /** A new connection whose commits wait until they are on the server's disk, and no replica's. */
  Connection durable() throws SQLException {
    return connect("reWriteBatchedInserts=false", "local");
  }

  /**
   * A new connection whose commits do not wait for the server's disk: a crash loses the last ones
   * and damages nothing. Transactions are begun by their first statement and ended by the caller.
   *
   * @param option of the driver, such as {@code reWriteBatchedInserts=true}
   */
  Connection hasty(String option) throws SQLException {
    Connection connection = connect(option, "off");
    connection.setAutoCommit(false);
    return connection;
  }

  private Connection connect(String option, String synchronous) throws SQLException {
    Connection connection = schema.connect(option);
    connections.add(connection);
    execute(connection, "SET synchronous_commit = " + synchronous);
    return connection;
  }

  /** A prepared insertion of one payment. */
  static PreparedStatement insertion(Connection connection) throws SQLException {
    return connection.prepareStatement(
        "INSERT INTO payment (account, cents, note) VALUES (?, ?, ?)");
  }

  static void bind(PreparedStatement insertion, Payment payment) throws SQLException {
    insertion.setInt(1, payment.account());
    insertion.setLong(2, payment.cents());
    insertion.setString(3, payment.note());
  }

  /** Gives the pages of the payments back, and numbers from 1 again. */
  void emptyPayments() throws SQLException {
    execute("TRUNCATE payment RESTART IDENTITY");
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
    owner.close();
    schema.close();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

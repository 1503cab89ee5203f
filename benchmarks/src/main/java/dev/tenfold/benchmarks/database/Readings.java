package dev.tenfold.benchmarks.database;

import dev.tenfold.benchmarks.data.Keys;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/** A table of readings, each a key and a value, in no order; and the queries that are asked. */
final class Readings {
  static final String ROW = "SELECT value FROM reading WHERE key = ?";
  static final String RANGE = "SELECT sum(value) FROM reading WHERE key BETWEEN ? AND ?";

  private static final long SECONDS = 10;
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(10);

  private final int[] sorted;
  private final PreparedStatement row;
  private final PreparedStatement range;

  /** Makes and fills the table, through a connection to a schema in which there is none. */
  Readings(Connection connection, int size) throws SQLException {
    int[] keys = Keys.ints(size, 1);
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE reading (key int NOT NULL, value int NOT NULL)");
      copy(keys, connection);
      settle(statement);
    }
    Arrays.sort(keys);
    sorted = keys;
    row = connection.prepareStatement(ROW);
    range = connection.prepareStatement(RANGE);
  }

  private static void copy(int[] keys, Connection connection) throws SQLException {
    StringBuilder rows = new StringBuilder();
    for (int key : keys) {
      rows.append(key).append('\t').append(value(key)).append('\n');
    }
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY reading FROM STDIN", new StringReader(rows.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Gathers statistics, and marks every page as seen by all, without which an index-only scan looks
   * into the table. As long as another session has a transaction that is older than the rows, such
   * as the loading of the other JVM of a comparison, the pages cannot be marked.
   */
  private static void settle(Statement statement) throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    statement.execute("VACUUM ANALYZE reading");
    while (!seenByAll(statement)) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "A session of the database has kept a transaction open for %d s: end it, "
                    .formatted(SECONDS)
                + "because no index-only scan can be measured meanwhile.");
      }
      LockSupport.parkNanos(POLL);
      statement.execute("VACUUM ANALYZE reading");
    }
  }

  private static boolean seenByAll(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT relallvisible >= relpages FROM pg_class WHERE oid = 'reading'::regclass")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  /** The value that a key bears. */
  static int value(int key) {
    return Math.floorMod(key, 1000);
  }

  /** The key of a rank, from 0 up. */
  int key(int rank) {
    return sorted[rank];
  }

  /** Asks for the value of the key of this rank. */
  long row(int rank) throws SQLException {
    row.setInt(1, key(rank));
    return answer(row);
  }

  /** Asks for the sum of the values of the keys from one rank to another, both inclusive. */
  long range(int first, int last) throws SQLException {
    range.setInt(1, key(first));
    range.setInt(2, key(last));
    return answer(range);
  }

  private static long answer(PreparedStatement query) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}

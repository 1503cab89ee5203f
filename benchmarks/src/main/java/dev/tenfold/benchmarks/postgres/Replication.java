package dev.tenfold.benchmarks.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How far a streaming replica has followed its primary. */
final class Replication {
  private static final long SECONDS = 30;
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(5);

  private Replication() {}

  /**
   * Returns when the replica has replayed what the primary has on disk now.
   *
   * @throws IllegalStateException if it has not within half a minute
   */
  static void awaitReplay(Connection primary, Connection replica) throws SQLException {
    try (Statement statement = primary.createStatement();
        // Not the position up to which the log is inserted: that may stand behind the header of a
        // page whose first record is yet to come, where the replica of an idle primary never is.
        ResultSet written = statement.executeQuery("SELECT pg_current_wal_flush_lsn()");
        PreparedStatement replayed =
            replica.prepareStatement(
                "SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= ?::pg_lsn")) {
      written.next();
      replayed.setString(1, written.getString(1));
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      while (!holds(replayed)) {
        if (System.nanoTime() - deadline > 0) {
          throw new IllegalStateException(
              "The server of %s has not replayed within %d s what that of %s had written: "
                      .formatted(Role.REPLICA.variable, SECONDS, Role.PRIMARY.variable)
                  + "see that it is its streaming replica.");
        }
        LockSupport.parkNanos(POLL);
      }
    }
  }

  private static boolean holds(PreparedStatement condition) throws SQLException {
    try (ResultSet rows = condition.executeQuery()) {
      rows.next();
      return rows.getBoolean(1);
    }
  }
}

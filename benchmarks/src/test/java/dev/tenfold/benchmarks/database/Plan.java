package dev.tenfold.benchmarks.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How the server carries out a query, in its own words. */
final class Plan {
  private Plan() {}

  static String of(Connection connection, String sql, int... parameters) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setInt(i + 1, parameters[i]);
      }
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = query.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }
}

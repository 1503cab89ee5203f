package dev.tenfold.benchmarks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("slow")
@ExtendWith(PostgresServer.class)
class SchemaTest {
  @Test
  void twoSchemasDoNotSeeEachOther() throws SQLException {
    try (Schema one = Schema.open();
        Schema other = Schema.open();
        Connection inOne = one.connect();
        Connection inOther = other.connect()) {
      execute(inOne, "CREATE TABLE number AS SELECT 1 AS value");
      execute(inOther, "CREATE TABLE number AS SELECT 2 AS value");
      assertThat(ask(inOne, "SELECT value FROM number")).isEqualTo("1");
      assertThat(ask(inOther, "SELECT value FROM number")).isEqualTo("2");
      assertThat(one.name()).isNotEqualTo(other.name());
    }
  }

  @Test
  void whatWasInAClosedSchemaIsGone() throws SQLException {
    Schema closed = Schema.open();
    try (Connection connection = closed.connect()) {
      execute(connection, "CREATE TABLE number AS SELECT 1 AS value");
    }
    closed.close();
    try (Schema open = Schema.open();
        Connection connection = open.connect()) {
      String sql = "SELECT count(*) FROM pg_namespace WHERE nspname = '%s'";
      assertThat(ask(connection, sql.formatted(closed.name()))).isEqualTo("0");
      assertThat(ask(connection, sql.formatted(open.name()))).isEqualTo("1");
    }
  }

  @Test
  void optionsReachTheDriverAndTheServer() throws SQLException {
    try (Schema schema = Schema.open();
        Connection connection = schema.connect("ApplicationName=test&prepareThreshold=1")) {
      assertThat(ask(connection, "SHOW application_name")).isEqualTo("test");
      assertThat(ask(connection, "SELECT current_schema")).isEqualTo(schema.name());
    }
  }

  /** Each time, and not only after a while. */
  @Test
  void theReplicaShowsWhatWasCommittedBeforeItWasAskedFor() throws SQLException {
    PostgresServer.assumeReplica();
    try (Schema schema = Schema.open();
        Connection primary = schema.connect()) {
      execute(primary, "CREATE TABLE number (value int)");
      for (int i = 1; i <= 20; i++) {
        execute(primary, "INSERT INTO number SELECT generate_series(1, 1000)");
        try (Connection replica = schema.connectToReplica()) {
          assertThat(ask(replica, "SELECT count(*) FROM number")).isEqualTo(i + "000");
        }
      }
    }
  }

  @Test
  void theReplicaRefusesWrites() throws SQLException {
    PostgresServer.assumeReplica();
    try (Schema schema = Schema.open();
        Connection replica = schema.connectToReplica()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> execute(replica, "CREATE TABLE number (value int)"))
          .withMessageContaining("read-only");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}

package dev.tenfold.benchmarks.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A schema of one's own in the server of {@code TENFOLD_JDBC_URL}: empty at first, gone when
 * closed. Its name is random, so that the two JVMs of a comparison do not meet in it.
 *
 * <p>A JVM that is killed leaves its schema behind; the name begins with {@code tenfold_}.
 */
public final class Schema implements AutoCloseable {
  private final String server;
  private final String name;

  private Schema(String server, String name) {
    this.server = server;
    this.name = name;
  }

  /**
   * Makes a schema in the server that the environment variable {@code TENFOLD_JDBC_URL} names, or
   * else the system property {@code tenfold.jdbc.url}.
   *
   * @throws IllegalStateException with a sentence that says what to do if neither is set, or if the
   *     server refuses
   */
  public static Schema open() {
    String name = "tenfold_" + UUID.randomUUID().toString().replace("-", "");
    Schema schema = new Schema(Role.PRIMARY.requireUrl(), name);
    try {
      schema.execute("CREATE SCHEMA " + name);
      return schema;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "No schema could be made in the PostgreSQL server of %s (%s): "
                  .formatted(Role.PRIMARY.variable, e.getMessage())
              + "see that it runs and that its user may create one.",
          e);
    }
  }

  /** The JDBC URL of this schema; options of the driver are appended as {@code &option=value}. */
  public String url() {
    return in(server);
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  /**
   * A connection with options of the driver.
   *
   * @param options such as {@code prepareThreshold=0}, joined by {@code &}
   */
  public Connection connect(String options) throws SQLException {
    return DriverManager.getConnection(url() + "&" + options);
  }

  /**
   * A connection to this schema in the streaming replica, which cannot write. What had been
   * committed before the call is to be seen in it.
   *
   * @throws IllegalStateException with a sentence that says what to do if {@code
   *     TENFOLD_REPLICA_JDBC_URL} names none, or if it does not follow
   */
  public Connection connectToReplica() throws SQLException {
    Connection replica = DriverManager.getConnection(in(Role.REPLICA.requireUrl()));
    try (Connection primary = connect()) {
      Replication.awaitReplay(primary, replica);
      return replica;
    } catch (SQLException | RuntimeException e) {
      replica.close();
      throw e;
    }
  }

  public String name() {
    return name;
  }

  /** Drops the schema with all that is in it, as soon as no other connection reads or writes it. */
  @Override
  public void close() throws SQLException {
    execute("DROP SCHEMA " + name + " CASCADE");
  }

  private String in(String url) {
    return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

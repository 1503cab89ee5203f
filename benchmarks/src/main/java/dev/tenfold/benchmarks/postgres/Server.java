package dev.tenfold.benchmarks.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The PostgreSQL server that benchmarks and tests talk to: a primary and its streaming replica, on
 * free ports of the loopback address, with data in a temporary directory.
 *
 * <p>The directory is made in {@code java.io.tmpdir}, which must lie on a disk: in a file system
 * that is kept in memory, a commit has nothing to wait for. It grows to some 2 GB at the most.
 *
 * <p>The server lets in everyone who is on this machine, with all rights, and is gone with the
 * process that started it: it is there for measuring, not for keeping anything.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar dev.tenfold.benchmarks.postgres.Server
 * </pre>
 */
public final class Server implements AutoCloseable {
  private final Data data;
  private EmbeddedPostgres primary;
  private EmbeddedPostgres replica;
  private boolean closed;

  private Server(Data data) {
    this.data = data;
  }

  /**
   * Starts both servers, prints {@code TENFOLD_JDBC_URL=...} and {@code
   * TENFOLD_REPLICA_JDBC_URL=...} on standard output, and stops them when standard input ends or
   * the process is asked to end. If the environment names a server already, it hands on that one's
   * address and starts none.
   */
  public static void main(String[] args) throws IOException {
    if (Role.PRIMARY.url().isPresent()) {
      tellUntilTheEndOfInput();
      return;
    }
    try (Server started = start()) {
      tellUntilTheEndOfInput();
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void tellUntilTheEndOfInput() throws IOException {
    for (Role role : Role.values()) {
      role.url().ifPresent(url -> System.out.println(role.variable + "=" + url));
    }
    System.out.flush();
    System.in.transferTo(OutputStream.nullOutputStream());
  }

  /**
   * Starts both servers and makes their addresses known to this JVM. They stop when this is closed,
   * at the latest when the JVM ends.
   *
   * @throws IllegalStateException with a sentence that says what to do if they do not start
   */
  static Server start() {
    Server server;
    try {
      server = new Server(Data.temporary());
    } catch (IOException e) {
      throw new IllegalStateException(
          "PostgreSQL's data needs a temporary directory, which could not be made: " + e, e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres-stop"));
    try {
      server.launch();
      return server;
    } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
      throw server.giveUp(e);
    }
  }

  private IllegalStateException giveUp(Throwable cause) {
    IllegalStateException failure =
        new IllegalStateException(
            "PostgreSQL did not start (%s). It can be started on Linux on amd64 and arm64; "
                    .formatted(cause)
                + "elsewhere start one yourself and set %s to its JDBC URL, such as "
                    .formatted(Role.PRIMARY.variable)
                + "jdbc:postgresql://localhost/postgres?user=postgres."
                + data.endOfLog(),
            cause);
    // A server that comes up after the wait is over stops by itself, within a minute, because its
    // directory is gone.
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }

  /**
   * The replica begins as a copy of the primary before that has ever run: its files are at rest
   * then, and a mere copy of them is a valid backup.
   */
  private synchronized void launch() throws IOException, SQLException {
    primary =
        settings()
            .setDataDirectory(data.primary())
            .setDataDirectoryCustomizer(made -> data.copyPrimary())
            .start();
    data.follow(primary.getPort());
    try (Connection connection = DriverManager.getConnection(url(primary));
        Statement statement = connection.createStatement()) {
      // The slot keeps the log until the replica has it, however far that falls behind.
      statement.execute("SELECT pg_create_physical_replication_slot('" + Data.REPLICA + "', true)");
      replica = settings().setDataDirectory(data.replica()).setCleanDataDirectory(false).start();
      try (Connection standby = DriverManager.getConnection(url(replica))) {
        Replication.awaitReplay(connection, standby);
      }
    }
    Role.PRIMARY.announce(url(primary));
    Role.REPLICA.announce(url(replica));
  }

  /**
   * Of both servers: a replica must not allow less than its primary. The library that starts them
   * would turn off {@code fsync} and {@code synchronous_commit}, and a commit would cost nothing.
   */
  private EmbeddedPostgres.Builder settings() {
    return EmbeddedPostgres.builder()
        // Its hook would run beside the one of this class, which deletes what that one needs.
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(30))
        .setOutputRedirector(Redirect.appendTo(data.log().toFile()))
        // Text is ordered by its bytes, whatever language the machine speaks.
        .setLocaleConfig("locale", "C")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("fsync", "on")
        // The replica confirms commits, but only a session that asks for it waits until it has.
        .setServerConfig("synchronous_commit", "local")
        .setServerConfig("synchronous_standby_names", Data.REPLICA)
        .setServerConfig("shared_buffers", "64MB")
        .setServerConfig("max_connections", "100")
        // Otherwise a checkpoint comes every five minutes, into one measurement and not the next.
        .setServerConfig("checkpoint_timeout", "1h")
        // Otherwise a plan is compiled once its estimated cost exceeds a limit, which takes longer
        // than any query of the suites: the time would jump at some size of a table.
        .setServerConfig("jit", "off");
  }

  private static String url(EmbeddedPostgres server) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
  }

  /**
   * Stops both servers and deletes their data; a second time it does nothing.
   *
   * @throws IllegalStateException with a sentence that names the data if it could not be deleted
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    Role.PRIMARY.withdraw();
    Role.REPLICA.withdraw();
    try {
      if (replica != null) {
        replica.close();
      }
      if (primary != null) {
        primary.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      data.remove();
    }
  }
}

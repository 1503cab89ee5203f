package dev.tenfold.benchmarks.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The PostgreSQL server that benchmarks and tests talk to: a primary and its streaming replica, on
 * free ports of the loopback address, with data of their own in a temporary directory.
 *
 * <p>It lets everyone in who is on this machine, with all rights, and is gone with the process that
 * started it. In short: for measuring, not for keeping anything.
 *
 * <pre>
 * java -cp benchmarks/target/benchmarks.jar dev.tenfold.benchmarks.postgres.Server
 * </pre>
 */
public final class Server implements AutoCloseable {
  private static final String REPLICA = "tenfold_replica";

  private final Path directory;
  private EmbeddedPostgres primary;
  private EmbeddedPostgres replica;
  private boolean closed;

  private Server(Path directory) {
    this.directory = directory;
  }

  /**
   * Starts both servers, prints {@code TENFOLD_JDBC_URL=...} and {@code
   * TENFOLD_REPLICA_JDBC_URL=...} on standard output, and stops them when standard input ends or
   * the process is asked to. If the environment names a server already, it hands on that one's
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
      server = new Server(Files.createTempDirectory("tenfold-postgres"));
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL has no place for its data: " + e, e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres-stop"));
    try {
      server.launch();
      return server;
    } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
      // A server that came up too late for the wait is not stopped here: it stops by itself,
      // within a minute of losing its directory.
      String log = server.endOfLog();
      server.close();
      throw new IllegalStateException(
          "PostgreSQL did not start (%s). It can be started on Linux on amd64 and arm64; elsewhere start one yourself and set %s, such as jdbc:postgresql://localhost/postgres?user=postgres.%s"
              .formatted(e, Role.PRIMARY.variable, log),
          e);
    }
  }

  /** The replica begins as a copy of the primary that is taken before that has ever run. */
  private synchronized void launch() throws IOException, SQLException {
    Path copy = directory.resolve("replica");
    primary =
        settings("primary").setDataDirectoryCustomizer(made -> copy(made.toPath(), copy)).start();
    try (Connection connection = DriverManager.getConnection(url(primary));
        Statement statement = connection.createStatement()) {
      // The slot keeps the log until the replica has it, however far that falls behind.
      statement.execute("SELECT pg_create_physical_replication_slot('" + REPLICA + "', true)");
      follow(copy, primary.getPort());
      replica = settings("replica").setCleanDataDirectory(false).start();
      try (Connection standby = DriverManager.getConnection(url(replica))) {
        Replication.awaitReplay(connection, standby);
      }
    }
    Role.PRIMARY.announce(url(primary));
    Role.REPLICA.announce(url(replica));
  }

  /**
   * Of both servers: a replica must not allow less than its primary. The library that starts them
   * would turn off {@code fsync} and {@code synchronous_commit}, on which the price of a commit
   * hangs.
   */
  private EmbeddedPostgres.Builder settings(String name) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory.resolve(name))
        .setRegisterShutdownHook(false)
        .setPGStartupWait(Duration.ofSeconds(30))
        .setOutputRedirector(Redirect.appendTo(log().toFile()))
        // Text is ordered by its bytes, whatever language the machine speaks.
        .setLocaleConfig("locale", "C")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("fsync", "on")
        // The replica confirms commits, but only sessions that ask for it wait until it has.
        .setServerConfig("synchronous_commit", "local")
        .setServerConfig("synchronous_standby_names", REPLICA)
        .setServerConfig("shared_buffers", "64MB")
        .setServerConfig("max_connections", "100")
        // Otherwise a checkpoint comes every five minutes, into one measurement and not the next.
        .setServerConfig("checkpoint_timeout", "1h")
        // Otherwise a plan is compiled as soon as its estimated cost exceeds a limit, which takes
        // longer than any query of the suites: the time would jump at some size of a table.
        .setServerConfig("jit", "off");
  }

  /** Tells a copy of a primary's data to be its replica. */
  private static void follow(Path data, int port) throws IOException {
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%s user=postgres application_name=%s'\nprimary_slot_name = '%s'\n"
            .formatted(String.valueOf(port), REPLICA, REPLICA),
        StandardOpenOption.APPEND);
    Files.createFile(data.resolve("standby.signal"));
  }

  /** With the permissions: PostgreSQL refuses a directory that others may read. */
  private static void copy(Path from, Path to) {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String url(EmbeddedPostgres server) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
  }

  private Path log() {
    return directory.resolve("log");
  }

  private String endOfLog() {
    try {
      List<String> lines = Files.readAllLines(log());
      List<String> last = lines.subList(Math.max(0, lines.size() - 3), lines.size());
      return " Its log ends: " + String.join(" / ", last);
    } catch (IOException e) {
      return "";
    }
  }

  /** Stops both servers and removes their data; a second time it does nothing. */
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
      delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The data of PostgreSQL in " + directory + " could not be removed: remove it.", e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(path);
      }
    }
  }
}

package dev.tenfold.benchmarks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as others start it: a process with lines on its output. */
@Tag("slow")
class ServerTest {
  @TempDir Path directory;
  private Process server;

  @Test
  void itTellsBothAddressesAndIsGoneWithItsDataWhenItsInputEnds() throws Exception {
    server = process(List.of()).start();
    BufferedReader output = server.inputReader();
    String primary = address("TENFOLD_JDBC_URL=", output.readLine());
    String replica = address("TENFOLD_REPLICA_JDBC_URL=", output.readLine());
    assertThat(ask(primary, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(ask(primary, "SHOW unix_socket_directories")).isEmpty();
    assertThat(ask(primary, "SHOW fsync")).isEqualTo("on");
    assertThat(ask(primary, "SHOW synchronous_commit")).isEqualTo("local");
    assertThat(ask(primary, "SELECT sync_state FROM pg_stat_replication")).isEqualTo("sync");
    assertThat(ask(primary, "SELECT pg_is_in_recovery()")).isEqualTo("f");
    assertThat(ask(replica, "SELECT pg_is_in_recovery()")).isEqualTo("t");
    server.outputWriter().close();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isZero();
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> ask(primary, "SELECT 1"));
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> ask(replica, "SELECT 1"));
    assertThat(dataDirectories()).isEmpty();
  }

  @Test
  void itStopsAndCleansUpWhenItIsAskedToEnd() throws Exception {
    server = process(List.of()).start();
    String primary = address("TENFOLD_JDBC_URL=", server.inputReader().readLine());
    assertThat(dataDirectories()).hasSize(1);
    server.destroy();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> ask(primary, "SELECT 1"));
    assertThat(dataDirectories()).isEmpty();
  }

  @Test
  void whereThereAreNoBinariesTheErrorSaysWhatToSet() throws Exception {
    server = process(List.of("-Dos.name=Plan 9")).start();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(server.exitValue()).isEqualTo(1);
    assertThat(server.inputReader().lines()).isEmpty();
    assertThat(server.errorReader().lines())
        .singleElement()
        .asString()
        .startsWith("PostgreSQL did not start")
        .contains("Plan 9", "Linux on amd64 and arm64", "set TENFOLD_JDBC_URL");
    assertThat(dataDirectories()).isEmpty();
  }

  @Test
  void aServerThatTheEnvironmentNamesIsHandedOnAndNoneIsStarted() throws Exception {
    ProcessBuilder process = process(List.of());
    process.environment().put("TENFOLD_JDBC_URL", "jdbc:postgresql://mine/postgres");
    server = process.start();
    BufferedReader output = server.inputReader();
    assertThat(output.readLine()).isEqualTo("TENFOLD_JDBC_URL=jdbc:postgresql://mine/postgres");
    assertThat(dataDirectories()).isEmpty();
    server.outputWriter().close();
    assertThat(output.readLine()).isNull();
    assertThat(server.waitFor()).isZero();
  }

  @AfterEach
  void end() {
    server.destroy();
  }

  private ProcessBuilder process(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + directory);
    // Where the library unpacks PostgreSQL: once for all tests.
    command.add(
        "-Dot.epg.working-dir=" + Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), Server.class.getName()));
    ProcessBuilder process = new ProcessBuilder(command);
    for (Role role : Role.values()) {
      process.environment().remove(role.variable);
    }
    return process;
  }

  /** JUnit's own launcher keeps the class path in a loader and not in the property. */
  private static String classPath() {
    if (Server.class.getClassLoader() instanceof URLClassLoader loader) {
      return Stream.of(loader.getURLs())
          .map(URL::getPath)
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("java.class.path");
  }

  private List<Path> dataDirectories() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().startsWith("tenfold-")).toList();
    }
  }

  private static String address(String variable, String line) {
    assertThat(line).startsWith(variable + "jdbc:postgresql://127.0.0.1:");
    return line.substring(variable.length());
  }

  private static String ask(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}

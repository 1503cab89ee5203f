package dev.tenfold.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.machine.Bounds;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for java is a shell script")
@Timeout(60)
class SessionTest {
  private static final String DIRECTORY = "java.io.tmpdir";

  private final String before = System.getProperty(DIRECTORY);

  @TempDir private Path directory;

  private FakeJava java;

  /** A lock of its own, so that these tests do not wait for a measurement on this machine. */
  @BeforeEach
  void anEmptyMachine() throws IOException {
    System.setProperty(DIRECTORY, directory.toString());
    java = FakeJava.in(Files.createDirectories(directory.resolve("jdk")));
  }

  @AfterEach
  void theMachineAsItWas() {
    System.setProperty(DIRECTORY, before);
  }

  private List<Task> tasks(Selection selection) {
    try (Session session = Session.open(new Told(), Bounds.NONE);
        Bench bench =
            session.bench(
                Map.of(Side.HEAD, java.jar("head.jar")),
                List.of(),
                java.options(),
                Optional.empty(),
                Journal.NONE,
                1)) {
      return bench.tasks(Side.HEAD, selection);
    }
  }

  @Test
  void asksTheJarWhatItHolds() {
    java.lists(
        "a.B.one thrpt 1 1 5 10000000000 5 10000000000",
        "a.B.two avgt -1 3 0 0 1 0 size=1,2%2C5,%20 kind=");
    Selection some =
        new Selection(
            List.of(), List.of(), Map.of("kind", List.of("x")), OptionalInt.of(4), Set.of());
    assertThat(tasks(some))
        .extracting(task -> task.id().text())
        .containsExactly(
            "a.B.one:thrpt:4",
            "a.B.two:avgt:6{kind=x,size=1}",
            "a.B.two:avgt:6{kind=x,size=2\\,5}",
            "a.B.two:avgt:6{kind=x,size= }");
  }

  @Test
  void aJarThatDoesNotListItsBenchmarksIsAnErrorOfTheUser() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> tasks(Selection.all()))
        .withMessageContaining("head.jar does not list its benchmarks: ");
  }

  @Test
  void nothingOfASessionIsLeftBehind() throws IOException {
    java.holds("one");
    tasks(Selection.all());
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).filteredOn(Files::isDirectory).containsExactly(directory.resolve("jdk"));
    }
  }
}

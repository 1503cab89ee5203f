package dev.tenfold.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  private static final String USER = "user.home";

  private final String before = System.getProperty(USER);

  @TempDir private Path directory;

  @AfterEach
  void theUserAsBefore() {
    System.setProperty(USER, before);
  }

  @Test
  void isWhatTheEnvironmentNames() {
    Path named = directory.resolve("with space \u00fc");
    assertThat(Home.of(Map.of("TENFOLD_HOME", named.toString())).directory()).isEqualTo(named);
    assertThat(Home.of(Map.of("TENFOLD_HOME", "relative")).directory()).isAbsolute();
  }

  @Test
  void isElseInTheHomeOfTheUser() {
    System.setProperty(USER, directory.toString());
    Path expected = directory.resolve(".tenfold");
    assertThat(Home.of(Map.of()).directory()).isEqualTo(expected);
    assertThat(Home.of(Map.of("TENFOLD_HOME", "")).directory()).isEqualTo(expected);
  }

  @Test
  void withoutAnyHomeItAsksForOne() {
    for (String none : new String[] {"", "?"}) {
      System.setProperty(USER, none);
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> Home.of(Map.of()))
          .withMessageContaining("export TENFOLD_HOME=DIRECTORY");
    }
  }

  @Test
  void namingOneNeedsNoHomeOfTheUser() {
    System.setProperty(USER, "?");
    assertThat(Home.of(Map.of("TENFOLD_HOME", "/x")).directory()).isEqualTo(Path.of("/x"));
  }

  @Test
  void aPlaceThatCannotBeMadeIsAnErrorOfTheUser() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> new Home(file).folder("jars"))
        .withMessageContaining(file.toString())
        .withMessageContaining("export TENFOLD_HOME=DIRECTORY");
  }
}

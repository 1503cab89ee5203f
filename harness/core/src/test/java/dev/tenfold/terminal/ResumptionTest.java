package dev.tenfold.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumptionTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void itIsSaidHowMuchIsGoneOnWith(boolean terminal) {
    assertThat(said(terminal, 12)).contains("12 in the journal").endsWith("again\n");
    assertThat(said(terminal, 0)).contains("nothing to go on with").endsWith("beginning\n");
  }

  private static String said(boolean terminal, int bouts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Progresses.of(new PrintStream(out, true, StandardCharsets.UTF_8), terminal, 80, () -> 0)
        .resumed(bouts);
    return out.toString(StandardCharsets.UTF_8);
  }
}

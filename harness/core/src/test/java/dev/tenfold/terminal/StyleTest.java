package dev.tenfold.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenfold.run.InputException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleTest {
  private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

  @Test
  void paintsOnATerminalOnly() {
    assertThat(Style.detect(XTERM, true)).isEqualTo(Style.COLOUR);
    assertThat(Style.detect(XTERM, false)).isEqualTo(Style.PLAIN);
    assertThat(Style.detect(Map.of("TERM", "dumb"), true)).isEqualTo(Style.PLAIN);
  }

  @Test
  void aNoColorThatIsNotEmptyIsHonoured() {
    assertThat(Style.detect(Map.of("NO_COLOR", "0"), true)).isEqualTo(Style.PLAIN);
    assertThat(Style.detect(Map.of("NO_COLOR", ""), true)).isEqualTo(Style.COLOUR);
  }

  @Test
  void anExplicitWishCountsMoreThanTheEnvironment() {
    Map<String, String> without = Map.of("NO_COLOR", "1", "TERM", "dumb");
    assertThat(Style.of(Colour.of("always"), without, false)).isEqualTo(Style.COLOUR);
    assertThat(Style.of(Colour.of("never"), XTERM, true)).isEqualTo(Style.PLAIN);
    assertThat(Style.of(Colour.of("auto"), XTERM, true)).isEqualTo(Style.COLOUR);
    assertThatThrownBy(() -> Colour.of("Auto"))
        .isInstanceOf(InputException.class)
        .hasMessage("Colour can be had auto, always, never, not \"Auto\".");
  }

  @Test
  void plainLeavesTheTextAlone() {
    assertThat(Style.PLAIN.paint(Ansi.RED, "x")).isEqualTo("x");
    assertThat(Style.COLOUR.paint(Ansi.RED, "x")).isEqualTo("\u001b[31mx\u001b[0m");
    assertThat(Style.COLOUR.paint(Ansi.RED, "")).isEmpty();
  }
}

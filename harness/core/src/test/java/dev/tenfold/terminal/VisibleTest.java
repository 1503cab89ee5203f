package dev.tenfold.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("org.acme.Cache.get{size=100}", "org.acme.Cache.get{size=100}"),
        Arguments.of("Größe, 大きさ, \ud83d\ude00", "Größe, 大きさ, \ud83d\ude00"),
        Arguments.of("\u001b[31mred", "\\u001b[31mred"),
        Arguments.of("a\r\nb\tc", "a\\u000d\\u000ab\\u0009c"),
        Arguments.of("::error::x", "\\u003a:error\\u003a:x"),
        Arguments.of("##[error] ##vso[", "\\u0023#[error] \\u0023#vso["),
        Arguments.of(":::", "\\u003a\\u003a:"),
        Arguments.of("a\u202eb\u200bc\u2066d\ufeffe", "a\\u202eb\\u200bc\\u2066d\\ufeffe"),
        Arguments.of("a\u2028b\u00a0c\u3164d", "a\\u2028b\\u00a0c\\u3164d"),
        Arguments.of("\udb40\udc41\ud800\uffff", "\\u{e0041}\\ud800\\uffff"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void showsWhatCannotBeSeenAndCommandsNobody(String raw, String expected) {
    assertThat(Visible.of(raw)).isEqualTo(expected);
  }

  @Test
  void staysWithinItsColumnsWhateverTheText() {
    Random random = new Random(20260203);
    for (int i = 0; i < 2_000; i++) {
      String raw =
          random
              .ints(random.nextInt(40), 0, Character.MAX_CODE_POINT)
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      int most = 1 + random.nextInt(60);
      String text = Visible.of(raw, most);
      assertThat(text.length()).isLessThanOrEqualTo(Visible.columns(text));
      assertThat(Visible.columns(text)).isLessThanOrEqualTo(most);
      if (Visible.columns(Visible.of(raw)) <= most) {
        assertThat(text).isEqualTo(Visible.of(raw));
      }
    }
  }

  @Test
  void saysThatItCut() {
    assertThat(Visible.of("abcdefghij", 10)).isEqualTo("abcdefghij");
    assertThat(Visible.of("abcdefghijk", 10)).isEqualTo("abcdefg...");
    assertThat(Visible.of("大きさ大きさ", 10)).isEqualTo("大きさ...");
  }
}

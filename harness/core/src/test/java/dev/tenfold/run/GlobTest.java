package dev.tenfold.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GlobTest {
  /** All that means something in a regular expression, and then some. */
  private static final String LETTERS = "ab.\\EQ^$|()[]{}+-&,=#<>!:\n\u0130\u0131 ";

  @Test
  void everythingButStarAndQuestionMarkStandsForItself() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random, 1 + random.nextInt(8));
      assertThat(new Glob(text).matches(text)).as("%s", text).isTrue();
      String other = text(random, 1 + random.nextInt(8));
      assertThat(new Glob(text).matches(other)).as(text).isEqualTo(text.equals(other));
    }
  }

  @Test
  void aStarStandsForAnyCharactersAndAQuestionMarkForOne() {
    Random random = new Random(12);
    for (int i = 0; i < 5_000; i++) {
      String before = text(random, random.nextInt(5));
      String behind = text(random, random.nextInt(5));
      String between = text(random, random.nextInt(5));
      String whole = before + between + behind;
      assertThat(new Glob(before + "*" + behind).matches(whole)).isTrue();
      assertThat(new Glob(before + "?".repeat(between.length()) + behind).matches(whole)).isTrue();
      assertThat(new Glob(before + "?" + behind).matches(before + behind)).isFalse();
    }
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  @Test
  void aQuestionMarkTakesACharacterBeyondTheBasicPlane() {
    assertThat(new Glob("a?b").matches("a\ud83d\ude00b")).isTrue();
  }

  @Test
  void holdsTheWholeNameOrTheNameWithItsParameters() {
    BenchmarkId id = BenchmarkId.of("a.Cache.get", Mode.THROUGHPUT, 1, Map.of("size", "100"));
    assertThat(new Glob("a.Cache.get").matches(id)).isTrue();
    assertThat(new Glob("a.Cache.get{size=100}").matches(id)).isTrue();
    assertThat(new Glob("*{*size=10*}").matches(id)).isTrue();
    assertThat(new Glob("*.Cache.*").matches(id)).isTrue();
    assertThat(new Glob("*size=10}").matches(id)).isFalse();
    assertThat(new Glob("Cache.get").matches(id)).isFalse();
    assertThat(new Glob("a.Cache.ge").matches(id)).isFalse();
  }
}

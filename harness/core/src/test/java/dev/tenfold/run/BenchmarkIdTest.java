package dev.tenfold.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BenchmarkIdTest {
  /** What is special in the text form, what cannot be seen, and halves of what is. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "1",
          "",
          ",",
          "=",
          "{",
          "}",
          "\\",
          "\\u0001",
          "\u0001",
          "\n",
          ":",
          ":avgt:1",
          " ",
          "\u202e",
          "\u200b",
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\ud83d\udc00",
          "I",
          "\u0130");

  @Test
  void writesTheWholeIdentity() {
    BenchmarkId id = BenchmarkId.of("a.B.c", Mode.THROUGHPUT, 4, Map.of("size", "10", "key", "1"));
    assertThat(id).hasToString("a.B.c:thrpt:4{key=1,size=10}");
    assertThat(id.shortName()).isEqualTo("B.c{key=1,size=10}");
    assertThat(id.methodAndParams()).isEqualTo("a.B.c{key=1,size=10}");
  }

  @Test
  void theOrderOfParametersDoesNotMatter() {
    Map<String, String> backwards = new TreeMap<>(Collections.reverseOrder());
    backwards.putAll(Map.of("a", "1", "b", "2"));
    assertThat(BenchmarkId.of("m", Mode.AVERAGE_TIME, 1, backwards))
        .isEqualTo(BenchmarkId.of("m", Mode.AVERAGE_TIME, 1, Map.of("b", "2", "a", "1")))
        .hasToString("m:avgt:1{a=1,b=2}");
  }

  @Test
  void showsWhatCannotBeSeen() {
    BenchmarkId id =
        BenchmarkId.of("m", Mode.AVERAGE_TIME, 1, Map.of("p", "\u001b[31m\n\u202e,\ud83d"));
    assertThat(id.text()).isEqualTo("m:avgt:1{p=\\u001b[31m\\u000a\\u202e\\,\\ud83d}");
  }

  @Test
  void differentIdentitiesHaveDifferentTextsAndAnOrder() {
    Random random = new Random(7);
    Map<String, BenchmarkId> byText = new HashMap<>();
    for (int i = 0; i < 30_000; i++) {
      BenchmarkId id = any(random);
      BenchmarkId same = byText.putIfAbsent(id.text(), id);
      assertThat(same == null || same.equals(id)).as("%s", id).isTrue();
    }
    List<BenchmarkId> ids = new ArrayList<>(byText.values());
    assertThat(ids).hasSizeGreaterThan(10_000);
    for (int i = 0; i < 30_000; i++) {
      BenchmarkId a = ids.get(random.nextInt(ids.size()));
      BenchmarkId b = ids.get(random.nextInt(ids.size()));
      assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
      assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    }
  }

  private static BenchmarkId any(Random random) {
    Map<String, String> params = new HashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      params.put(text(random, 1), text(random, 0));
    }
    Mode mode = Mode.values()[random.nextInt(4)];
    return BenchmarkId.of("m" + text(random, 0), mode, 1 + random.nextInt(2), params);
  }

  private static String text(Random random, int least) {
    StringBuilder text = new StringBuilder();
    for (int i = least + random.nextInt(3); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  @Test
  void ordersByMethodThenModeThenThreads() {
    BenchmarkId first = BenchmarkId.of("a", Mode.THROUGHPUT, 2, Map.of());
    BenchmarkId second = BenchmarkId.of("a", Mode.AVERAGE_TIME, 1, Map.of());
    BenchmarkId third = BenchmarkId.of("a", Mode.AVERAGE_TIME, 2, Map.of());
    BenchmarkId fourth = BenchmarkId.of("b", Mode.THROUGHPUT, 1, Map.of());
    assertThat(List.of(fourth, third, second, first).stream().sorted())
        .containsExactly(first, second, third, fourth);
  }

  @Test
  void refusesWhatIsNoBenchmark() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchmarkId.of(" ", Mode.THROUGHPUT, 1, Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchmarkId.of("m", Mode.THROUGHPUT, 0, Map.of()))
        .withMessageContaining("m has 0 threads");
  }
}

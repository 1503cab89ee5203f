package dev.tenfold.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.judge.Clauses;
import dev.tenfold.judge.Limit;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Threshold;
import dev.tenfold.measure.ForkOptions;
import dev.tenfold.measure.Selection;
import dev.tenfold.run.Glob;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Looks;
import dev.tenfold.run.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  static final Path JAVA = Path.of("/jdk");
  private static final String WHOLE =
      """
      suites:
        quick:
          include: ["*.Cache.*", "*{*size=100*}"]
          exclude: [a.Slow.*]
          params:
            size: [1, 100]
            kind: ["a,b", "c d"]
          modes: [thrpt, avgt]
          threads: 4
          forks: 2
          confirm-forks: 7
          warmup-iterations: 0
          warmup-time: 200ms
          iterations: 3
          iteration-time: 1 s
          jvm-args-append: [-Xmx1g, "-Dx=a b"]
          turn: 50ms
          budget: 10m
          patience: 2m
        full: {}
      thresholds:
        - {benchmarks: "*.Cache.*", relative: 2%}
        - {metric: allocation, relative: 0.01, absolute: 16}
      policy:
        alpha: 1%
        screen: 0.2
        equivalence: 3%
        fail-on: [inconclusive, removed]
        require-baseline: true
      """;

  @TempDir private Path directory;

  static Config parse(String text) {
    return ConfigFile.parse("tenfold.yaml", text, JAVA);
  }

  static void refused(String text, int line, String... sentence) {
    assertThatExceptionOfType(InputException.class)
        .as(text)
        .isThrownBy(() -> parse(text))
        .withMessageStartingWith("tenfold.yaml, line " + line + ": ")
        .satisfies(e -> assertThat(e.getMessage()).contains(sentence).matches("(?s).*[.?]"));
  }

  @Test
  void readsEveryKeyOfASuite() {
    Suite quick = parse(WHOLE).suite(Optional.of("quick"));
    assertThat(quick.selection())
        .isEqualTo(
            new Selection(
                List.of(new Glob("*.Cache.*"), new Glob("*{*size=100*}")),
                List.of(new Glob("a.Slow.*")),
                Map.of("size", List.of("1", "100"), "kind", List.of("a,b", "c d")),
                OptionalInt.of(4),
                Set.of(Mode.THROUGHPUT, Mode.AVERAGE_TIME)));
    assertThat(quick.effort())
        .isEqualTo(
            new Effort(
                new Looks(List.of(2)),
                new Looks(List.of(7)),
                Optional.of(Duration.ofMillis(50)),
                Optional.of(Duration.ofMinutes(10)),
                JvmMode.AS_IS));
    assertThat(quick.whole()).isTrue();
    assertThat(quick.options())
        .isEqualTo(
            new ForkOptions(
                JAVA,
                OptionalInt.of(0),
                Optional.of(Duration.ofMillis(200)),
                OptionalInt.of(3),
                Optional.of(Duration.ofSeconds(1)),
                List.of("-Xmx1g", "-Dx=a b"),
                Duration.ofMinutes(2)));
  }

  @Test
  void readsEveryKeyOfThePolicy() {
    Config config = parse(WHOLE);
    assertThat(config.requireBaseline()).isTrue();
    assertThat(config.policy())
        .isEqualTo(
            new Policy(0.01, 0.2, 0.03, Set.of(Outcome.INCONCLUSIVE, Outcome.REMOVED), Clauses.NONE)
                .with(
                    List.of(
                        new Limit(new Glob("*.Cache.*"), "score", new Threshold(0.02, 0)),
                        new Limit(new Glob("*"), "gc.alloc.rate.norm", new Threshold(0.01, 16)))));
  }

  @Test
  void readsTheSameWithTheLineEndsOfWindows() {
    assertThat(parse(WHOLE.replace("\n", "\r\n"))).isEqualTo(parse(WHOLE));
  }

  @Test
  void whatASuiteDoesNotSayIsTheDefault() {
    Suite full = parse(WHOLE).suite(Optional.of("full"));
    assertThat(full.selection()).isEqualTo(Selection.all());
    assertThat(full.effort())
        .isEqualTo(
            new Effort(
                new Looks(List.of(4)),
                new Looks(List.of(4, 8, 16)),
                Optional.of(Effort.TURN),
                Optional.empty(),
                JvmMode.AS_IS));
    assertThat(full.options()).isEqualTo(ConfigFile.none(JAVA).suites().get(0).options());
  }

  @Test
  void theFirstSuiteIsTheDefaultAndAnUnknownOneIsAnError() {
    Config config = parse(WHOLE);
    assertThat(config.suite(Optional.empty()).name()).isEqualTo("quick");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> config.suite(Optional.of("quik")))
        .withMessage("There is no suite \"quik\"; tenfold.yaml has: quick, full.");
  }

  @Test
  void aFileThatSaysNothingConfiguresNothing() {
    Config none = ConfigFile.none(JAVA);
    assertThat(parse("")).isEqualTo(none);
    assertThat(parse("# nothing but a comment\n")).isEqualTo(none);
    assertThat(parse("suites: {}\n")).isEqualTo(none);
    assertThat(none.suites()).singleElement().extracting(Suite::name).isEqualTo("all");
    assertThat(none.policy()).isEqualTo(Policy.standard());
    assertThat(none.requireBaseline()).isFalse();
  }

  @Test
  void anUnknownKeyNamesFileAndLineAndTheNearestOne() {
    refused("suits: {}\n", 1, "there is no key \"suits\"; did you mean \"suites\"?");
    refused("\nsuites:\n  quick:\n    fork: 2\n", 4, "\"fork\"", "did you mean \"forks\"?");
    refused("suites:\n  q:\n    iteration: 2\n", 3, "did you mean \"iterations\"?");
    refused("policy:\n  alfa: 5%\n", 2, "did you mean \"alpha\"?");
    refused("thresholds:\n  - {relativ: 5%}\n", 2, "did you mean \"relative\"?");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    refused("suites: {}\nsuites: {}\n", 2, "suites");
    refused("suites:\n  q: {}\n  q: {}\n", 3, "q");
    refused("suites:\n  q:\n    forks: 2\n    forks: 3\n", 4, "forks");
  }

  @Test
  void aliasesAreRefused() {
    refused("suites:\n  a: &x {forks: 2}\n  b: *x\n", 3, "aliases (*name) are not supported");
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 30; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (before + ",").repeat(8) + before));
    }
    refused(bomb.toString(), 2, "aliases (*name) are not supported");
  }

  @Test
  void tagsAreRefused() {
    refused("suites:\n  q:\n    forks: !!javax.script.ScriptEngineManager 2\n", 3, "tag");
    refused("policy:\n  alpha: !mine 5%\n", 2, "tag");
    refused("suites:\n  q:\n    include: [!!binary AAAA]\n", 3, "tag");
  }

  @Test
  void tagsOfMappingsAndListsAreRefused() {
    refused("suites: !!javax.script.ScriptEngineManager {q: {}}\n", 1, "tag");
    refused("suites:\n  q:\n    include: !!java.net.URL [x]\n", 3, "tag");
  }

  @Test
  void controlCharactersAreRefused() {
    refused("suites:\n  q:\n    include: [\"a\\0b\"]\n", 3, "control character");
    refused("suites:\n  q:\n    include: [\"a\\nb\"]\n", 3, "control character");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> parse("suites:\n  q\u0000: {}\n"))
        .withMessageContaining("tenfold.yaml");
  }

  @Test
  void whatIsNoYamlIsRefusedWithItsLine() {
    refused("suites:\n  q: {forks: 2\n", 3, "");
    refused("suites: {}\n\tpolicy: {}\n", 2, "");
    refused("suites: {}\n---\npolicy: {}\n", 2, "");
    refused("suites:\n  q: \"open\n", 3, "");
  }

  @Test
  void theWrongKindOfValueIsRefused() {
    refused("just text\n", 1, "expected keys with values here");
    refused("[1, 2]\n", 1, "expected keys with values here");
    refused("suites:\n  q: 5\n", 2, "expected keys with values here");
    refused("suites:\n  q:\n    include: a\n", 3, "expected a list here: [a, b]");
    refused("suites:\n  q:\n    forks:\n", 3, "the value is missing");
    refused("thresholds: {relative: 5%}\n", 1, "expected a list here");
    refused("policy:\n  require-baseline: yes\n", 2, "expected true or false");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> parse("suites:\n  q:\n    ? [a]\n    : b\n"))
        .withMessageStartingWith("tenfold.yaml");
  }

  @Test
  void badNumbersAreRefused() {
    refused("suites:\n  q:\n    forks: 0\n", 3, "at least 1", "\"0\"");
    refused("suites:\n  q:\n    forks: two\n", 3, "a whole number", "\"two\"");
    refused("suites:\n  q:\n    forks: 2.5\n", 3, "a whole number");
    refused("suites:\n  q:\n    forks: 99999999999\n", 3, "a whole number");
    refused("suites:\n  q:\n    confirm-forks: 1\n", 3, "at least 2");
    refused("suites:\n  q:\n    iterations: 0\n", 3, "at least 1");
    refused("suites:\n  q:\n    warmup-iterations: -1\n", 3, "at least 0");
    refused("suites:\n  q:\n    threads: 0\n", 3, "at least 1");
    refused("thresholds:\n  - {absolute: -1}\n", 2, "not negative", "\"-1\"");
    refused("thresholds:\n  - {absolute: NaN}\n", 2, "not negative");
    refused("thresholds:\n  - {absolute: 1e999}\n", 2, "not negative");
  }

  @Test
  void badTimesAndFractionsAreRefused() {
    refused("suites:\n  q:\n    warmup-time: soon\n", 3, "\"soon\" is no time");
    refused("suites:\n  q:\n    patience: -1s\n", 3, "\"-1s\" is no time");
    refused("policy:\n  alpha: 0\n", 2, "alpha lies between 0 and 50 %");
    refused("policy:\n  alpha: 100%\n", 2, "alpha lies between 0 and 50 %");
    refused("policy:\n  screen: x\n", 2, "\"x\" is no fraction");
    refused("policy:\n  screen: 1%\n", 2, "not less than alpha");
    refused("policy:\n  equivalence: 0%\n", 2, "equivalence lies between 0 and 50 %");
    refused("thresholds:\n  - {relative: -5%}\n", 2, "\"-5%\" is no fraction");
  }

  @Test
  void badChoicesAreRefused() {
    refused("suites:\n  q:\n    modes: [fast]\n", 3, "\"fast\"", "thrpt, avgt, sample, ss");
    refused("thresholds:\n  - {metric: speed, relative: 5%}\n", 2, "score or allocation");
    refused("thresholds:\n  - {benchmarks: x}\n", 2, "a relative or an absolute size");
    refused("policy:\n  fail-on: [regressed]\n", 2, "\"regressed\"", "always fail");
  }

  @Test
  void aSuiteIsNeverNamedLikeAPath() {
    for (String name :
        List.of(
            "../../etc", "/etc", "a/b", "a\\\\b", ".", "Quick", "\u0131", "-a", "a".repeat(65))) {
      refused("suites:\n  \"" + name + "\": {}\n", 2, "a suite is named with lower-case letters");
    }
    refused("suites:\n  \"a\\0\": {}\n", 2, "control character");
    refused("suites:\n  \"\": {}\n", 2, "a suite is named");
  }

  @Test
  void whatIsNestedTooDeepIsRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> parse("suites: " + "[".repeat(5_000)))
        .withMessageContaining("tenfold.yaml");
  }

  @Test
  void whatIsNestedTooDeepIsToldInASentence() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> parse("suites: " + "[".repeat(5_000) + "]".repeat(5_000)))
        .withMessageContaining("tenfold.yaml")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("null"));
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Path file = directory.resolve("latin.yaml");
    Files.write(file, "suites: {q: {include: [\u00fc]}}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> ConfigFile.read(file, JAVA))
        .withMessage(file + " is not UTF-8 text.");
  }

  @Test
  void aNamedFileThatIsNotThereIsRefused() {
    Path file = directory.resolve("none.yaml");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> ConfigFile.find(Optional.of(file), directory, JAVA))
        .withMessageContaining(file + " cannot be read");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> ConfigFile.read(directory, JAVA))
        .withMessageContaining(directory + " cannot be read");
  }

  @Test
  void theFileIsLookedForBesideAndUnderBenchmarks() throws IOException {
    assertThat(ConfigFile.find(Optional.empty(), directory, JAVA)).isEqualTo(ConfigFile.none(JAVA));
    Path below = Files.createDirectories(directory.resolve("benchmarks")).resolve("tenfold.yaml");
    Files.writeString(below, "suites: {below: {}}");
    assertThat(name(ConfigFile.find(Optional.empty(), directory, JAVA))).isEqualTo("below");
    Files.writeString(directory.resolve("tenfold.yaml"), "suites: {beside: {}}");
    assertThat(name(ConfigFile.find(Optional.empty(), directory, JAVA))).isEqualTo("beside");
    assertThat(name(ConfigFile.find(Optional.of(below), directory, JAVA))).isEqualTo("below");
  }

  private static String name(Config config) {
    return config.suite(Optional.empty()).name();
  }

  @Test
  void anAlteredSuiteIsNotWhole() {
    Suite suite = parse(WHOLE).suite(Optional.empty());
    assertThat(suite.with(Selection.all()).whole()).isFalse();
    assertThat(suite.withForks(9).whole()).isFalse();
    assertThat(suite.with(suite.selection()).withForks(2).with(suite.options()).whole()).isTrue();
    assertThat(suite.withForks(9).withForks(9).whole()).isFalse();
  }

  @Test
  void anAlphaOfAHalfIsRefused() {
    refused("policy:\n  alpha: 50%\n", 2, "alpha");
  }

  @Test
  void anIterationTakesTime() {
    refused("suites:\n  q:\n    iteration-time: 0s\n", 3, "time");
  }
}

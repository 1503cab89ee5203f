package dev.tenfold.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema and the reader let the same files pass. */
class SchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ConfigFile.schema());

  private static final String EVERY_KEY =
      """
      suites:
        quick:
          include: ["*.Cache.*"]
          exclude: [a.Slow.*]
          params: {size: [1, 100]}
          modes: [thrpt, avgt]
          compare: true
          threads: 4
          profile: standard
          forks: [2, 4]
          confirm-forks: 7
          budget: 10m
          jvm: calm
          warmup-iterations: 0
          warmup-time: 200ms
          iterations: 3
          iteration-time: 1 s
          jvm-args-append: [-Xmx1g]
          turn: off
          patience: 120
      requires:
        - {benchmarks: "*VIRTUAL*", java: 21}
      services:
        - {benchmarks: ["*.db.*"], main: a.b.Server, provides: [DB_URL]}
      thresholds:
        - {benchmarks: "*.Cache.*", metric: score, relative: 2%, absolute: 0.5}
      budgets:
        - {benchmarks: "*.Fast.*", metric: allocation, at-most: 64 B/op}
        - {at-least: 5 ops/us}
      waivers:
        - benchmarks: "*.Slow.*"
          metric: score
          ceiling: 15%
          until: 2027-01-31
          issue: https://example.org/issues/1
          reason: It checks more than before.
        - {benchmarks: "*", metric: growth, until: 2027-01-31, issue: "https://e.org/2", reason: r}
      policy:
        alpha: 1%
        screen: 0.2
        equivalence: 3%
        fail-on: [inconclusive, removed]
        require-baseline: true
        sizes: [size]
      """;

  private static boolean passes(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML).isEmpty();
  }

  private static boolean isRead(String yaml) {
    try {
      ConfigFileTest.parse(yaml);
      return true;
    } catch (InputException e) {
      return false;
    }
  }

  @Test
  void everyKeyPassesBoth() {
    assertThat(SCHEMA.validate(EVERY_KEY, InputFormat.YAML)).isEmpty();
    assertThat(isRead(EVERY_KEY)).isTrue();
  }

  /** Each line but those of the values is a key; misspelt, neither lets it pass. */
  @Test
  void everyKeyIsKnownByItsName() {
    List<String> lines = EVERY_KEY.lines().toList();
    int misspelt = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches(" *[a-z-]+:.*") && !lines.get(i).contains("quick:")) {
        String wrong =
            EVERY_KEY.replace(lines.get(i) + "\n", lines.get(i).replaceFirst(":", "x:") + "\n");
        assertThat(passes(wrong)).as(lines.get(i)).isFalse();
        assertThat(isRead(wrong)).as(lines.get(i)).isFalse();
        misspelt++;
      }
    }
    assertThat(misspelt).isGreaterThan(25);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "suites: {Quick: {}}",
        "suites: {q: {forks: 0}}",
        "suites: {q: {confirm-forks: 1}}",
        "suites: {q: {profile: fast}}",
        "suites: {q: {jvm: hot}}",
        "suites: {q: {budget: ten}}",
        "suites: {q: {modes: [fast]}}",
        "suites: {q: {include: '*'}}",
        "suites: {q: {compare: perhaps}}",
        "requires: [{benchmarks: x}]",
        "requires: [{benchmarks: x, java: 7}]",
        "services: [{benchmarks: [x], main: a.B}]",
        "services: [{benchmarks: [x], main: a.B, provides: []}]",
        "thresholds: [{benchmarks: x}]",
        "thresholds: [{metric: speed, relative: 1%}]",
        "budgets: [{benchmarks: x}]",
        "budgets: [{at-most: 1 ns/op, at-least: 1 ops/s}]",
        "budgets: [{at-most: 64}]",
        "waivers: [{benchmarks: x, until: 2027-01-31, issue: 'https://e.org', reason: r}]",
        "waivers: [{benchmarks: x, ceiling: 5%, until: soon, issue: 'https://e.org', reason: r}]",
        "waivers: [{benchmarks: x, ceiling: 5%, until: 2027-01-31, issue: none, reason: r}]",
        "waivers: [{benchmarks: x, ceiling: 5%, until: 2027-01-31, issue: 'https://e.org'}]",
        "waivers: [{benchmarks: x, metric: growth, ceiling: 5%, until: 2027-01-31, issue: 'https://e.org', reason: r}]",
        "policy: {fail-on: [regressed]}",
        "policy: {require-baseline: 1}",
        "extra: 1"
      })
  void whatIsWrongPassesNeither(String yaml) {
    assertThat(passes(yaml)).isFalse();
    assertThat(isRead(yaml)).isFalse();
  }

  @Test
  void theFileOfThisProjectPassesBoth() throws IOException {
    Path file = Path.of("../../benchmarks/tenfold.yaml");
    String yaml = Files.readString(file);
    assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isEmpty();
    assertThat(isRead(yaml)).isTrue();
  }

  @Test
  void aBombOfAliasesIsRefusedBeforeItGoesOff() {
    StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c <= 'z'; c++) {
      String before = "*" + (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(String.join(", ", List.of(before, before, before, before, before))).append("]\n");
    }
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> ConfigFileTest.parse(bomb.toString()))
        .withMessageContaining("tenfold.yaml, line 2: aliases");
  }
}

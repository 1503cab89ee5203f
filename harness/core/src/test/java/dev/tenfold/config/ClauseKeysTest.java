package dev.tenfold.config;

import static dev.tenfold.config.ConfigFileTest.parse;
import static dev.tenfold.config.ConfigFileTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.judge.Budget;
import dev.tenfold.judge.Ceiling;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Waiver;
import dev.tenfold.measure.Requirement;
import dev.tenfold.measure.Service;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Unit;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands beside the suites: requirements, services, thresholds, budgets and waivers. */
class ClauseKeysTest {
  @Test
  void readsWhatIsBesideTheSuites() {
    Config config =
        parse(
            """
            suites:
              some: {include: ["*.Fast.*"], compare: false}
            requires:
              - {benchmarks: "*{*VIRTUAL*}", java: 21}
            services:
              - benchmarks: ["*.db.*"]
                main: a.b.Server
                provides: [DB_URL, DB_USER]
            budgets:
              - {benchmarks: "*.Fast.*", metric: allocation, at-most: 64 B/op}
              - {at-least: 5 ops/us}
            policy:
              sizes: [size, rows]
            """);
    Suite suite = config.suite(Optional.empty());
    assertThat(suite.compared()).isFalse();
    assertThat(suite.selection().requirements())
        .containsExactly(new Requirement(new Glob("*{*VIRTUAL*}"), 21));
    assertThat(suite.services())
        .containsExactly(
            new Service(List.of(new Glob("*.db.*")), "a.b.Server", List.of("DB_URL", "DB_USER")));
    assertThat(config.policy().clauses().budgets())
        .containsExactly(
            new Budget(new Glob("*.Fast.*"), Metric.ALLOCATION, 64, Unit.of("B/op")),
            new Budget(new Glob("*"), Metric.SCORE, 5, Unit.of("ops/us")));
    assertThat(config.policy().clauses().sizes()).containsExactly("rows", "size");
  }

  @Test
  void whatIsBesideTheSuitesHoldsWithoutAnyToo() {
    Config config = parse("requires: [{benchmarks: \"*\", java: 21}]\n");
    assertThat(config.suite(Optional.empty()).selection().unmet(17)).hasSize(1);
    assertThat(config.suite(Optional.empty()).selection().unmet(21)).isEmpty();
    assertThat(config.policy().clauses().sizes()).containsExactly("size");
  }

  @Test
  void refusesBudgetsThatSayNothing() {
    refused("budgets: [{benchmarks: x}]\n", 1, "at-most", "at-least");
    refused("budgets: [{at-most: 1 ns/op, at-least: 1 ops/s}]\n", 1, "one of them");
    refused("budgets: [{at-most: 5 ops/us}]\n", 1, "less is better", "64 B/op");
    refused("budgets: [{at-least: 5 ns/op}]\n", 1, "more is better");
    refused("budgets: [{at-most: fast ns/op}]\n", 1, "expected a number");
    refused("budgets: [{at-most: 64}]\n", 1, "and a unit");
  }

  @Test
  void refusesServicesAndRequirementsThatAreNotWhole() {
    refused("services: [{main: a.B, provides: [X]}]\n", 1, "\"benchmarks\" is missing");
    refused("services: [{benchmarks: [x], provides: [X]}]\n", 1, "\"main\" is missing");
    refused("services: [{benchmarks: [x], main: a.B, provides: []}]\n", 1, "at least one");
    refused("services: [{benchmarks: [x], main: a B, provides: [X]}]\n", 1, "name of a class");
    refused("services: [{benchmarks: [x], main: a.B, provides: [A=B]}]\n", 1, "environment");
    refused("requires: [{benchmarks: x}]\n", 1, "\"java\" is missing");
    refused("requires: [{benchmarks: x, java: 7}]\n", 1, "at least 8");
  }

  @Test
  void readsWaivers() {
    Config config =
        parse(
            """
            waivers:
              - benchmarks: "*.Slow.*"
                ceiling: 15%
                until: 2027-01-31
                issue: https://example.org/issues/1
                reason: It checks more than before.
              - benchmarks: "*.Slow.*"
                metric: allocation
                ceiling: 24 B/op
                until: 2027-01-31
                issue: https://example.org/issues/1
                reason: It keeps a copy.
              - benchmarks: "*"
                metric: growth
                until: 2027-02-01
                issue: https://example.org/issues/2
                reason: Small inputs only.
            """);
    assertThat(config.policy().clauses().waivers())
        .containsExactly(
            new Waiver(
                new Glob("*.Slow.*"),
                Subject.SCORE,
                Optional.of(new Ceiling(0.15, false)),
                LocalDate.of(2027, 1, 31),
                URI.create("https://example.org/issues/1"),
                "It checks more than before."),
            new Waiver(
                new Glob("*.Slow.*"),
                Subject.ALLOCATION,
                Optional.of(new Ceiling(24, true)),
                LocalDate.of(2027, 1, 31),
                URI.create("https://example.org/issues/1"),
                "It keeps a copy."),
            new Waiver(
                new Glob("*"),
                Subject.GROWTH,
                Optional.empty(),
                LocalDate.of(2027, 2, 1),
                URI.create("https://example.org/issues/2"),
                "Small inputs only."));
  }

  @Test
  void refusesWaiversThatWouldHoldForEverOrForNobodyKnowsWhat() {
    String rest = ", issue: 'https://e.org/1', reason: r}]\n";
    refused("waivers: [{benchmarks: x, ceiling: 5%" + rest, 1, "\"until\" is missing");
    refused("waivers: [{benchmarks: x, until: 2027-01-31" + rest, 1, "has a ceiling");
    refused("waivers: [{benchmarks: x, ceiling: 5%, until: 2027-02-30" + rest, 1, "a day such as");
    refused("waivers: [{benchmarks: x, ceiling: 0%, until: 2027-01-31" + rest, 1, "more than 0");
    refused(
        "waivers: [{benchmarks: x, ceiling: 9 B/op, until: 2027-01-31" + rest, 1, "no fraction");
    refused(
        "waivers: [{benchmarks: x, metric: budget, ceiling: 5%, until: 2027-01-31" + rest,
        1,
        "no ceiling");
    refused(
        "waivers: [{benchmarks: x, ceiling: 5%, until: 2027-01-31, issue: later, reason: r}]\n",
        1, "link of an issue");
    refused(
        "waivers: [{benchmarks: x, ceiling: 5%, until: 2027-01-31, issue: 'https://e.org'}]\n",
        1, "\"reason\" is missing");
    refused("waivers: [{benchmarks: x, metric: speed" + rest, 1, "choose of score, allocation");
  }
}

package dev.tenfold.config;

import dev.tenfold.compare.Kind;
import dev.tenfold.judge.Budget;
import dev.tenfold.judge.Ceiling;
import dev.tenfold.judge.Clauses;
import dev.tenfold.judge.Limit;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Threshold;
import dev.tenfold.judge.Waiver;
import dev.tenfold.run.Better;
import dev.tenfold.run.Glob;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Unit;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads by what is judged: thresholds, budgets and the policy. */
final class PolicyKeys {
  private static final Pattern BYTES = Pattern.compile("(\\d+(?:\\.\\d+)?) ?B/op");

  private PolicyKeys() {}

  static Limit limit(YamlTree tree) {
    Map<String, YamlTree> keys = tree.entries("benchmarks", "metric", "relative", "absolute");
    if (!keys.containsKey("relative") && !keys.containsKey("absolute")) {
      throw tree.wrong("a threshold has a relative or an absolute size");
    }
    String metric = keys.containsKey("metric") ? metric(keys.get("metric")) : Metric.SCORE;
    double relative =
        keys.containsKey("relative") ? keys.get("relative").as(Quantity::fraction, "") : 0;
    double absolute =
        keys.containsKey("absolute")
            ? keys.get("absolute").as(PolicyKeys::notNegative, "expected a number, not negative")
            : Policy.byDefault(metric.equals(Metric.ALLOCATION), Kind.TURNS).absolute();
    return new Limit(benchmarks(keys), metric, new Threshold(relative, absolute));
  }

  private static Glob benchmarks(Map<String, YamlTree> keys) {
    return new Glob(keys.containsKey("benchmarks") ? keys.get("benchmarks").text() : "*");
  }

  /** A bound such as {@code at-most: 64 B/op}: a number and a unit as JMH writes it. */
  static Budget budget(YamlTree tree) {
    Map<String, YamlTree> keys = tree.entries("benchmarks", "metric", "at-most", "at-least");
    if (keys.containsKey("at-most") == keys.containsKey("at-least")) {
      throw tree.wrong("a budget is at-most (times, bytes) or at-least (throughputs), one of them");
    }
    String metric = keys.containsKey("metric") ? metric(keys.get("metric")) : Metric.SCORE;
    String bound = keys.containsKey("at-most") ? "at-most" : "at-least";
    YamlTree value = Objects.requireNonNull(keys.get(bound));
    String[] words = value.text().split(" ", 2);
    Unit unit = Unit.of(words.length == 2 ? words[1] : "");
    Better better = bound.equals("at-most") ? Better.LOWER : Better.HIGHER;
    if (unit.dimension().better() != better) {
      throw value.wrong(
          better == Better.LOWER
              ? "expected a number and a unit of which less is better, like 64 B/op or 20 us/op"
              : "expected a number and a unit of which more is better, like 5 ops/us");
    }
    double number =
        value.as(text -> notNegative(words[0]), "expected a number, not negative, before the unit");
    return new Budget(benchmarks(keys), metric, number, unit);
  }

  /** A regression that is let pass; all of its keys but the metric are there. */
  static Waiver waiver(YamlTree tree) {
    Map<String, YamlTree> keys =
        tree.entries("benchmarks", "metric", "ceiling", "until", "issue", "reason");
    Subject subject =
        keys.containsKey("metric") ? keys.get("metric").as(Subject::of, "") : Subject.SCORE;
    boolean sized = subject == Subject.SCORE || subject == Subject.ALLOCATION;
    if (sized != keys.containsKey("ceiling")) {
      throw tree.wrong(
          sized
              ? "a waiver of a score or an allocation has a ceiling, such as 15%"
              : "growth and budgets have no size, so a waiver of them has no ceiling");
    }
    Optional<Ceiling> ceiling =
        sized
            ? Optional.of(
                tree.required(keys, "ceiling")
                    .as(
                        text -> ceiling(text, subject),
                        "expected more than 0: a per cent up to 1000%, or of an allocation such as 24 B/op"))
            : Optional.empty();
    return new Waiver(
        new Glob(tree.required(keys, "benchmarks").text()),
        subject,
        ceiling,
        tree.required(keys, "until").as(PolicyKeys::day, ""),
        tree.required(keys, "issue").as(PolicyKeys::link, "expected the link of an issue"),
        tree.required(keys, "reason").text());
  }

  private static Ceiling ceiling(String text, Subject subject) {
    Matcher bytes = BYTES.matcher(text);
    return subject == Subject.ALLOCATION && bytes.matches()
        ? new Ceiling(Double.parseDouble(bytes.group(1)), true)
        : new Ceiling(Quantity.fraction(text), false);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new InputException("expected a day such as 2027-01-31, not \"%s\"".formatted(text), e);
    }
  }

  private static URI link(String text) {
    URI link = URI.create(text);
    if (link.getHost() == null) {
      throw new IllegalArgumentException(text);
    }
    return link;
  }

  private static double notNegative(String text) {
    double number = Double.parseDouble(text);
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new NumberFormatException();
    }
    return number;
  }

  private static String metric(YamlTree tree) {
    return switch (tree.text()) {
      case "score" -> Metric.SCORE;
      case "allocation" -> Metric.ALLOCATION;
      default -> throw tree.wrong("a threshold is for the metric score or allocation");
    };
  }

  static Policy policy(Map<String, YamlTree> keys, Clauses clauses) {
    Policy standard = Policy.standard();
    Set<Outcome> failOn = new LinkedHashSet<>(standard.failOn());
    if (keys.containsKey("fail-on")) {
      failOn.clear();
      for (YamlTree item : keys.get("fail-on").items()) {
        failOn.add(item.as(PolicyKeys::failOn, ""));
      }
    }
    double alpha = probability(keys, "alpha", standard.alpha());
    double screen = probability(keys, "screen", Math.max(alpha, standard.screen()));
    if (screen < alpha) {
      throw Objects.requireNonNull(keys.get("screen"))
          .wrong(
              "screen is not less than alpha, or benchmarks that were never suspects would convict");
    }
    return new Policy(
        alpha, screen, probability(keys, "equivalence", standard.equivalence()), failOn, clauses);
  }

  /**
   * An outcome that a policy may forbid, by its name in lower case.
   *
   * @throws InputException if it is none of them
   */
  static Outcome failOn(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "inconclusive" -> Outcome.INCONCLUSIVE;
      case "incomparable" -> Outcome.INCOMPARABLE;
      case "removed" -> Outcome.REMOVED;
      default ->
          throw new InputException(
              "\"%s\" cannot be made to fail: choose of inconclusive, incomparable, removed. Regressions and failures always fail."
                  .formatted(name));
    };
  }

  private static double probability(Map<String, YamlTree> keys, String key, double otherwise) {
    if (!keys.containsKey(key)) {
      return otherwise;
    }
    double value = keys.get(key).as(Quantity::fraction, "");
    if (!(value > 0 && value < 0.5)) {
      throw keys.get(key).wrong(key + " lies between 0 and 50 %");
    }
    return value;
  }
}

package dev.tenfold.html;

import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Conditions;
import dev.tenfold.run.Jvm;
import dev.tenfold.run.Result;
import dev.tenfold.run.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells how the forks of a benchmark came about. */
final class Facts {
  private Facts() {}

  /** What is known of these legs; nothing if there is none. */
  static List<Fact> of(List<Leg> legs) {
    List<Fact> facts = new ArrayList<>();
    legs.stream().findFirst().flatMap(Leg::any).ifPresent(result -> measured(result, facts));
    for (Leg leg : legs) {
      leg.any().ifPresent(result -> circumstances(leg.name(), result.circumstances(), facts));
    }
    if (legs.stream().anyMatch(leg -> !leg.conditions().isEmpty())) {
      conditions(legs, facts);
    } else if (!legs.isEmpty()) {
      facts.add(new Fact("Machine meanwhile", "unknown"));
    }
    return facts;
  }

  private static void measured(Result result, List<Fact> to) {
    Settings settings = result.settings();
    to.add(
        new Fact(
            "Iterations",
            HtmlReport.shown(
                "%s of %s after %s of %s to warm up"
                    .formatted(
                        settings.iterations(),
                        settings.iterationTime(),
                        settings.warmupIterations(),
                        settings.warmupTime()))));
    Jvm jvm = result.jvm();
    to.add(new Fact("JVM", said("%s %s".formatted(jvm.name(), jvm.build()))));
    to.add(new Fact("JMH", said(jvm.jmhVersion())));
    to.add(new Fact("JVM arguments", said(String.join(" ", settings.jvmArgs()))));
  }

  private static String said(String text) {
    return text.isBlank() ? "none told" : HtmlReport.shown(text.strip());
  }

  private static void circumstances(String leg, Circumstances told, List<Fact> to) {
    told.alone().ifPresent(why -> to.add(new Fact("No turns in " + leg, HtmlReport.shown(why))));
    if (told.looks().at().size() > 1) {
      String looks =
          told.looks().at().stream().map(String::valueOf).collect(Collectors.joining(", "));
      to.add(new Fact("Looked at in " + leg, "after %s forks".formatted(looks)));
    }
    if (!told.disturbances().isEmpty()) {
      to.add(new Fact("Disturbed and measured again in " + leg, counted(told.disturbances())));
    }
  }

  private static String counted(List<String> sentences) {
    Map<String, Integer> counts = new TreeMap<>();
    sentences.forEach(sentence -> counts.merge(HtmlReport.shown(sentence), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(
            each ->
                each.getValue() == 1
                    ? each.getKey()
                    : each.getKey() + ", " + each.getValue() + " times")
        .collect(Collectors.joining("; "));
  }

  private static void conditions(List<Leg> legs, List<Fact> to) {
    to.add(
        new Fact(
            "Other processes had", Spread.of(legs, each -> each.processor().foreign()).shares()));
    to.add(
        new Fact(
            "Stolen by the hypervisor",
            Spread.of(legs, each -> each.processor().stolen()).shares()));
    to.add(
        new Fact("Own processor time", Spread.of(legs, each -> each.processor().own()).shares()));
    to.add(new Fact("Waited for a processor", Spread.of(legs, Conditions::waited).shares()));
    to.add(new Fact("Held back by a quota", Spread.of(legs, Conditions::throttled).shares()));
    to.add(new Fact("Wall time", Spread.of(legs, Facts::seconds).seconds()));
  }

  private static OptionalDouble seconds(Conditions conditions) {
    return OptionalDouble.of(conditions.wall().toNanos() / 1e9);
  }
}

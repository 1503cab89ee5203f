package dev.tenfold.report;

import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Level;
import dev.tenfold.growth.Fit;
import dev.tenfold.growth.Growth;
import dev.tenfold.judge.Budget;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.judge.Limit;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Threshold;
import dev.tenfold.judge.Verdict;
import dev.tenfold.judge.Waiver;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Origin;
import dev.tenfold.stats.Contrast;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A verdict for programs.
 *
 * <p>Every field is always there, in this order; what is not known is null. Numbers are as they
 * were computed: a fraction where the documents for people write per cent, a metric's own unit
 * where they pick one for reading. A number that is not finite is null. Texts are as they came, but
 * for halves of characters (unpaired surrogates), which are U+FFFD; the file is ASCII and holds no
 * {@code <} and no {@code #}, so that it can be put into a page or a log as it is.
 *
 * <pre>
 * schema       "tenfold-verdict/1"
 * status       PASS, REGRESSION, INCONCLUSIVE, INCOMPLETE, INCOMPARABLE
 * exitCode     0, 2, 3, 4, 5
 * headline     the first line of the documents for people
 * kind         TURNS, SIDE_BY_SIDE, STORED
 * base, head   {revision, jar, at, machine {id, cpu, cores, memoryGib, os, kernel, limits, jvm,
 *              javaMajor, collector, objectLayout}}
 * policy       {alpha, screen, equivalence, scoreThreshold, allocationThreshold,
 *              limits [{benchmarks, metric, threshold}], failOn [],
 *              budgets [{benchmarks, metric, bound, unit}], sizes [],
 *              waivers [{benchmarks, subject, ceiling, until, issue, reason}]}; a threshold is
 *              {relative, absolute}, a ceiling text
 * expected, notMeasured
 * counts       {score {OUTCOME: n ...}, allocation, growth, budget}, all outcomes of each
 * growths      [{benchmark, param, sizes [], base null or {order, confidence, runnerUp}, head,
 *              steeper null or {estimate, standardError, degreesOfFreedom}}]; the benchmark is
 *              the one of the largest size, the slope that of ln(head / base) over ln(size)
 * notes        []
 * findings     in the order of the verdict, [{
 *   benchmark  {text, method, mode, threads, params {}}
 *   subject    SCORE, ALLOCATION, GROWTH, BUDGET
 *   outcome, because
 *   evidence   null, or {metric {name, unit, better}, threshold, estimator, base, head, change,
 *              interval [low, high], p, smallestVisible, forksNeeded, scale,
 *              levels {base {typical, mean, forks}, head}, estimates null or {quartile
 *              {estimate, standardError, degreesOfFreedom}, mean}, warnings []}; the estimates
 *              point to the worse, on the scale
 * }]
 * </pre>
 */
final class VerdictJson {
  private VerdictJson() {}

  static void write(Verdict verdict, Appendable to) throws IOException {
    ObjectNode root = JsonFile.root();
    Summary summary = new Summary(verdict, Row.inOrder(verdict), text -> text);
    root.put("schema", "tenfold-verdict/1");
    root.put("status", verdict.status().name());
    root.put("exitCode", verdict.status().exitCode());
    root.put("headline", summary.headline());
    root.put("kind", verdict.kind().name());
    origin(verdict.base(), root.putObject("base"));
    origin(verdict.head(), root.putObject("head"));
    policy(verdict, root.putObject("policy"));
    root.put("expected", verdict.expected());
    root.put("notMeasured", verdict.notMeasured());
    ObjectNode counts = root.putObject("counts");
    for (Subject subject : Subject.values()) {
      counts(verdict.counts(subject), counts.putObject(subject.toString()));
    }
    ArrayNode growths = root.putArray("growths");
    verdict.growths().forEach(growth -> growth(growth, growths.addObject()));
    verdict.notes().forEach(root.putArray("notes")::add);
    ArrayNode findings = root.putArray("findings");
    verdict.findings().forEach(finding -> finding(finding, verdict, findings.addObject()));
    JsonFile.write(root, to);
  }

  private static void origin(Origin origin, ObjectNode to) {
    to.put("revision", origin.revision().orElse(null));
    to.put("jar", origin.jar().orElse(null));
    to.put("at", origin.at().map(Object::toString).orElse(null));
    if (origin.machine().isEmpty()) {
      to.putNull("machine");
      return;
    }
    Machine machine = origin.machine().get();
    to.putObject("machine")
        .put("id", machine.id())
        .put("cpu", machine.cpu())
        .put("cores", machine.cores())
        .put("memoryGib", machine.memoryGib())
        .put("os", machine.os())
        .put("kernel", machine.kernel())
        .put("limits", machine.limits())
        .put("jvm", machine.jvm())
        .put("javaMajor", machine.javaMajor())
        .put("collector", machine.collector())
        .put("objectLayout", machine.objectLayout());
  }

  private static void policy(Verdict verdict, ObjectNode to) {
    Policy policy = verdict.policy();
    number("alpha", policy.alpha(), to);
    number("screen", policy.screen(), to);
    number("equivalence", policy.equivalence(), to);
    threshold(Policy.byDefault(false, verdict.kind()), to.putObject("scoreThreshold"));
    threshold(Policy.byDefault(true, verdict.kind()), to.putObject("allocationThreshold"));
    ArrayNode limits = to.putArray("limits");
    for (Limit limit : policy.limits()) {
      ObjectNode node = limits.addObject();
      node.put("benchmarks", limit.benchmarks().text());
      node.put("metric", limit.metric());
      threshold(limit.threshold(), node.putObject("threshold"));
    }
    names(policy.failOn().stream().sorted().toList(), to.putArray("failOn"));
    ArrayNode budgets = to.putArray("budgets");
    for (Budget budget : policy.clauses().budgets()) {
      ObjectNode node = budgets.addObject();
      node.put("benchmarks", budget.benchmarks().text());
      node.put("metric", budget.metric());
      number("bound", budget.bound(), node);
      node.put("unit", budget.unit().text());
    }
    policy.clauses().sizes().forEach(to.putArray("sizes")::add);
    ArrayNode waivers = to.putArray("waivers");
    for (Waiver waiver : policy.clauses().waivers()) {
      ObjectNode node = waivers.addObject();
      node.put("benchmarks", waiver.benchmarks().text());
      node.put("subject", waiver.subject().name());
      waiver
          .ceiling()
          .ifPresentOrElse(
              ceiling -> node.put("ceiling", ceiling.toString()), () -> node.putNull("ceiling"));
      node.put("until", waiver.until().toString());
      node.put("issue", waiver.issue().toString());
      node.put("reason", waiver.reason());
    }
  }

  private static void growth(Growth growth, ObjectNode to) {
    benchmark(growth.largest(), to.putObject("benchmark"));
    to.put("param", growth.param());
    growth.sizes().forEach(to.putArray("sizes")::add);
    growth.base().ifPresentOrElse(fit -> fit(fit, to.putObject("base")), () -> to.putNull("base"));
    fit(growth.head(), to.putObject("head"));
    growth
        .steeper()
        .ifPresentOrElse(
            slope -> contrast(slope, to.putObject("steeper")), () -> to.putNull("steeper"));
  }

  private static void fit(Fit fit, ObjectNode to) {
    to.put("order", fit.order().text());
    number("confidence", fit.confidence(), to);
    to.put("runnerUp", fit.runnerUp().text());
  }

  private static void threshold(Threshold threshold, ObjectNode to) {
    number("relative", threshold.relative(), to);
    number("absolute", threshold.absolute(), to);
  }

  private static void counts(Map<Outcome, Long> counts, ObjectNode to) {
    for (Outcome outcome : Outcome.values()) {
      to.put(outcome.name(), counts.getOrDefault(outcome, 0L));
    }
  }

  private static void finding(Finding finding, Verdict verdict, ObjectNode to) {
    benchmark(finding.id(), to.putObject("benchmark"));
    to.put("subject", finding.subject().name());
    to.put("outcome", finding.outcome().name());
    to.put("because", finding.because());
    if (finding.evidence().isPresent()) {
      evidence(finding.evidence().get(), verdict, to.putObject("evidence"));
    } else {
      to.putNull("evidence");
    }
  }

  private static void benchmark(BenchmarkId id, ObjectNode to) {
    to.put("text", id.text());
    to.put("method", id.method());
    to.put("mode", id.mode().label());
    to.put("threads", id.threads());
    id.params().forEach(to.putObject("params")::put);
  }

  private static void evidence(Evidence evidence, Verdict verdict, ObjectNode to) {
    Difference difference = evidence.difference();
    metric(difference.metric(), to.putObject("metric"));
    threshold(
        verdict.policy().threshold(difference.id(), difference.metric(), difference.kind()),
        to.putObject("threshold"));
    to.put("estimator", evidence.estimator().name());
    number("base", evidence.base(), to);
    number("head", evidence.head(), to);
    number("change", evidence.change(), to);
    ArrayNode interval = to.putArray("interval");
    interval.add(finite(evidence.interval().low()));
    interval.add(finite(evidence.interval().high()));
    number("p", evidence.p(), to);
    number("smallestVisible", evidence.sight().smallestVisible(), to);
    evidence
        .sight()
        .forksNeeded()
        .ifPresentOrElse(n -> to.put("forksNeeded", n), () -> to.putNull("forksNeeded"));
    to.put("scale", difference.scale().name());
    ObjectNode levels = to.putObject("levels");
    level(difference.base(), levels.putObject("base"));
    level(difference.head(), levels.putObject("head"));
    if (difference.estimates().isPresent()) {
      ObjectNode estimates = to.putObject("estimates");
      contrast(difference.estimates().get().quartile(), estimates.putObject("quartile"));
      contrast(difference.estimates().get().mean(), estimates.putObject("mean"));
    } else {
      to.putNull("estimates");
    }
    names(difference.warnings(), to.putArray("warnings"));
  }

  private static void metric(Metric metric, ObjectNode to) {
    to.put("name", metric.name());
    to.put("unit", metric.unit().text());
    to.put("better", metric.better().name());
  }

  private static void level(Level level, ObjectNode to) {
    number("typical", level.typical(), to);
    number("mean", level.mean(), to);
    to.put("forks", level.forks());
  }

  private static void contrast(Contrast contrast, ObjectNode to) {
    number("estimate", contrast.estimate(), to);
    number("standardError", contrast.standardError(), to);
    number("degreesOfFreedom", contrast.degreesOfFreedom(), to);
  }

  private static void names(Collection<? extends Enum<?>> values, ArrayNode to) {
    values.forEach(value -> to.add(value.name()));
  }

  private static void number(String name, double value, ObjectNode to) {
    to.put(name, finite(value));
  }

  /** JSON has no infinities, and what stands for one elsewhere breaks half of its readers. */
  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}

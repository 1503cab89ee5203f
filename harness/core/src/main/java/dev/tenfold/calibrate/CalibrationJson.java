package dev.tenfold.calibrate;

import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.stats.Interval;
import java.util.IntSummaryStatistics;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A calibration for programs, and for reports that cite it.
 *
 * <pre>
 * tenfold-calibration  1
 * kind        "replay"
 * recordings  {files [], benchmarks, leastForks, mostForks, warmupSeconds,
 *             windowSeconds (null: the whole fork), windows}
 * design      {suites, suiteSize, changed, screenForks, confirmForks, seed}
 * policy      {alpha, screen, equivalence}
 * slowdowns   [{slowdown, forks (of a benchmark on each side, on average), suspects,
 *               alarms (a proportion of suites), same {OUTCOME: proportion ...}, slowed}];
 *             a proportion is {count, of, share, interval [low, high]}
 * benchmarks  the one of which most is seen first, [{benchmark,
 *               smallestVisible (null: not even 4)}]
 * </pre>
 *
 * <p>All shares and changes are fractions.
 */
public final class CalibrationJson {
  private static final int VERSION = 1;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private CalibrationJson() {}

  /** All of it, ending with a line feed. */
  public static String of(Calibration calibration) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("tenfold-calibration", VERSION);
    root.put("kind", "replay");
    recordings(calibration.recordings(), root.putObject("recordings"));
    design(calibration.design(), root.putObject("design"));
    Policy policy = calibration.policy();
    root.putObject("policy")
        .put("alpha", policy.alpha())
        .put("screen", policy.screen())
        .put("equivalence", policy.equivalence());
    for (Step step : calibration.steps()) {
      step(step, calibration.design(), root.withArray("slowdowns").addObject());
    }
    for (SmallestVisible each : calibration.visible()) {
      ObjectNode node = root.withArray("benchmarks").addObject();
      node.put("benchmark", each.id().text());
      each.slowdown()
          .ifPresentOrElse(
              slowdown -> node.put("smallestVisible", slowdown),
              () -> node.putNull("smallestVisible"));
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void recordings(Recordings recordings, ObjectNode to) {
    recordings.files().forEach(to.putArray("files")::add);
    IntSummaryStatistics forks = recordings.recordedForks();
    Cut cut = recordings.cut();
    to.put("benchmarks", recordings.all().size());
    to.put("leastForks", forks.getMin());
    to.put("mostForks", forks.getMax());
    to.put("warmupSeconds", Cut.seconds(cut.warmup()));
    to.put("windowSeconds", cut.measured().map(Cut::seconds).orElse(null));
    to.put("windows", cut.windows());
  }

  private static void design(Design design, ObjectNode to) {
    to.put("suites", design.suites());
    to.put("suiteSize", design.suiteSize());
    to.put("changed", design.changed());
    to.put("screenForks", design.screenForks());
    to.put("confirmForks", design.confirmForks());
    to.put("seed", design.seed());
  }

  private static void step(Step step, Design design, ObjectNode to) {
    to.put("slowdown", step.slowdown());
    to.put("forks", step.forks(design));
    to.put("suspects", step.suspects());
    proportion(step.alarms(), to.putObject("alarms"));
    counts(step.same(), to.putObject("same"));
    counts(step.slowed(), to.putObject("slowed"));
  }

  private static void counts(Counts counts, ObjectNode to) {
    for (Outcome outcome : Outcome.values()) {
      Proportion share = counts.share(outcome);
      if (share.count() > 0 || outcome == Outcome.REGRESSED) {
        proportion(share, to.putObject(outcome.name()));
      }
    }
  }

  private static void proportion(Proportion proportion, ObjectNode to) {
    Interval interval = proportion.interval();
    to.put("count", proportion.count());
    to.put("of", proportion.of());
    to.put("share", proportion.share());
    to.putArray("interval").add(interval.low()).add(interval.high());
  }
}

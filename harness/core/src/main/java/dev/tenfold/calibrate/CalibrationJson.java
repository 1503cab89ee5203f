package dev.tenfold.calibrate;

import dev.tenfold.compare.Kind;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.stats.Interval;
import java.util.IntSummaryStatistics;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A calibration for programs, and for reports that cite it.
 *
 * <pre>
 * tenfold-calibration  1
 * kind        "replay"; or "live", with machine (id), suite (name) and at (when it was measured)
 * recordings  {files [], benchmarks, leastForks, mostForks, warmupSeconds,
 *             windowSeconds (null: the whole fork), windows}
 * design      {suites, suiteSize, changed, screenForks [], confirmForks [] (after how many it is
 *             looked), budgetSeconds (or null), forkSeconds (or null), seed}
 * policy      {alpha, screen, equivalence}
 * slowdowns   [{slowdown, forks (of a benchmark on each side, on average), suspects,
 *               alarms (a proportion of suites), same {OUTCOME: proportion ...}, slowed}];
 *             a proportion is {count, of, share, interval [low, high]}
 * benchmarks  the one of which most is seen first, [{benchmark,
 *               smallestVisible (null: not even 4)}]; live with {turns (or whole forks),
 *               forks (on each side), spread (between pairs or forks), apart, interval}
 * smallestVisible  {quarter, middle, threeQuarters} of the benchmarks
 * </pre>
 *
 * <p>All shares and changes are fractions.
 */
public final class CalibrationJson {
  private static final int VERSION = 1;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private CalibrationJson() {}

  /** All of a replay, ending with a line feed. */
  public static String of(Calibration calibration) {
    ObjectNode root = begin("replay");
    rates(calibration, Map.of(), root);
    return written(root);
  }

  /** All of a calibration that was measured, ending with a line feed. */
  public static String of(LiveCalibration live) {
    ObjectNode root = begin("live");
    root.put("machine", live.machine().id());
    root.put("suite", live.suite());
    root.put("rule", live.rule());
    root.put("at", live.at().toString());
    rates(live.calibration(), live.twins(), root);
    return written(root);
  }

  private static ObjectNode begin(String kind) {
    ObjectNode root = MAPPER.createObjectNode();
    return root.put("tenfold-calibration", VERSION).put("kind", kind);
  }

  private static String written(ObjectNode root) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void rates(Calibration calibration, Map<String, Twin> twins, ObjectNode root) {
    recordings(calibration.recordings(), root.putObject("recordings"));
    design(calibration.design(), root.putObject("design"));
    Policy policy = calibration.policy();
    root.putObject("policy")
        .put("alpha", policy.alpha())
        .put("screen", policy.screen())
        .put("equivalence", policy.equivalence());
    for (Step step : calibration.steps()) {
      step(step, root.withArray("slowdowns").addObject());
    }
    for (SmallestVisible each : calibration.visible()) {
      ObjectNode node = root.withArray("benchmarks").addObject();
      node.put("benchmark", each.id().text());
      visible(each, "smallestVisible", node);
      Twin twin = twins.get(each.id().text());
      if (twin != null) {
        twin(twin, node);
      }
    }
    ObjectNode visible = root.putObject("smallestVisible");
    visible(calibration.visibleAt(0.25), "quarter", visible);
    visible(calibration.visibleAt(0.5), "middle", visible);
    visible(calibration.visibleAt(0.75), "threeQuarters", visible);
  }

  private static void visible(SmallestVisible each, String name, ObjectNode to) {
    each.slowdown().ifPresentOrElse(slowdown -> to.put(name, slowdown), () -> to.putNull(name));
  }

  private static void twin(Twin twin, ObjectNode to) {
    to.put("turns", twin.kind() == Kind.TURNS);
    to.put("forks", twin.forks());
    to.put("spread", twin.spread());
    to.put("apart", twin.apart());
    to.putArray("interval").add(twin.interval().low()).add(twin.interval().high());
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
    design.effort().screening().at().forEach(to.putArray("screenForks")::add);
    design.effort().confirming().at().forEach(to.putArray("confirmForks")::add);
    to.put("budgetSeconds", design.effort().budget().map(Cut::seconds).orElse(null));
    to.put("forkSeconds", design.forkTime().map(Cut::seconds).orElse(null));
    to.put("seed", design.seed());
  }

  private static void step(Step step, ObjectNode to) {
    to.put("slowdown", step.slowdown());
    to.put("forks", step.forksPerSide());
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

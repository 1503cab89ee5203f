package dev.tenfold.cli;

import dev.tenfold.calibrate.Calibration;
import dev.tenfold.calibrate.CalibrationJson;
import dev.tenfold.calibrate.CalibrationText;
import dev.tenfold.calibrate.Design;
import dev.tenfold.calibrate.LiveCalibration;
import dev.tenfold.calibrate.Recordings;
import dev.tenfold.calibrate.Replay;
import dev.tenfold.calibrate.SelfMeasurement;
import dev.tenfold.config.Config;
import dev.tenfold.config.Effort;
import dev.tenfold.config.Suite;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Status;
import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.store.AtomicFile;
import dev.tenfold.store.Calibrations;
import dev.tenfold.store.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the gate itself. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how often the gate alarms falsely, and how small a slowdown it finds.",
      "A jar is measured beside itself, or recorded forks are replayed. Base and head are drawn from",
      "these forks, the head is made slower by a known amount, and both go through a check.",
      "What is found of a suite as configured is kept, and cited by later checks on this machine."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold calibrate benchmarks/target/benchmarks.jar",
      "  tenfold calibrate -f 20 --include '*.MapLookup.*' benchmarks/target/benchmarks.jar",
      "  tenfold calibrate --replay recordings/*.json.gz",
      "  tenfold calibrate --replay run.json --warmup 0 --measure all --suites 100 --slowdown 0,10",
      "  tenfold calibrate --replay run.json --screen-forks 3 --confirm-forks 5 --screen 10%%"
    })
final class CalibrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CutOptions cut;
  @Mixin private DesignOptions design;
  @Mixin private MeasureOptions measure;
  @Mixin private Screen screen;

  /** Pairs of forks of each benchmark where none are asked for. */
  private static final int PAIRS = 10;

  @Parameters(
      paramLabel = "JAR",
      arity = "0..1",
      description = "The benchmark jar to measure beside itself, -f pairs of each; by default 10.")
  private Path jar;

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Runs or plain JMH JSON, with many forks of each benchmark and nothing changed.")
  private List<Path> replay;

  /** The forms of a calibration. */
  enum Form {
    TEXT,
    JSON
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text or json; by default ${DEFAULT-VALUE}.",
      defaultValue = "text")
  private Form format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Keeps the calibration as JSON in this file too.")
  private Path out;

  @Override
  public Integer call() {
    screen.check();
    if ((jar == null) == (replay == null)) {
      throw new ParameterException(
          spec.commandLine(),
          "Say what to calibrate with: a JAR to measure, or forks to replay with --replay FILE...");
    }
    return jar == null ? replay() : measure();
  }

  private int replay() {
    Effort effort = design.effort(measure.effort());
    Policy policy = design.policy(Policy.standard());
    Recordings recordings = Recordings.read(replay, cut.cut(), Design.least(effort));
    Calibration calibration =
        Replay.of(
            recordings,
            design.design(recordings.all().size(), effort, cut.forkTime()),
            policy,
            this::tell);
    show(CalibrationJson.of(calibration), new CalibrationText(calibration, screen.style()));
    return Status.PASS.exitCode();
  }

  private int measure() {
    Config config = measure.config();
    Suite suite = measure.suiteAsIs(config);
    Effort effort = design.effort(suite.effort());
    Policy policy = design.policy(config.policy());
    int pairs = DesignOptions.atLeast(Design.least(effort), "-f", measure.forks().orElse(PAIRS));
    design.check(effort);
    BenchmarkJar measured = BenchmarkJar.at(jar);
    SelfMeasurement itself =
        SelfMeasurement.measure(measured, suite, pairs, screen.progress(), design.seed());
    Recordings recordings = itself.recordings(jar.toString());
    Design simulated =
        design.design(recordings.all().size(), effort, Optional.of(itself.forkTime()));
    LiveCalibration live =
        new LiveCalibration(
            Replay.of(recordings, simulated, policy, this::tell),
            itself,
            suite.name(),
            suite.rule(policy));
    String json = CalibrationJson.of(live);
    show(json, new CalibrationText(live, screen.style()));
    PrintWriter print = spec.commandLine().getOut();
    itself.failures().forEach(f -> print.printf("FAILED %s: %s%n", f.id(), f.reason()));
    boolean all = itself.failures().isEmpty();
    if (all && suite.whole() && !design.changesTheRule()) {
      Path kept =
          new Calibrations(Home.of(System.getenv())).keep(live.machine(), suite.name(), json);
      tell("Kept in %s; later checks of suite %s cite it.".formatted(kept, suite.name()));
    } else {
      tell("Not kept, because it is not all of the suite and the rule as a check has them.");
    }
    return all ? Status.PASS.exitCode() : Status.INCOMPLETE.exitCode();
  }

  private void tell(String what) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(what);
    err.flush();
  }

  private void show(String json, CalibrationText text) {
    if (out != null) {
      AtomicFile.write(out, to -> to.write(json.getBytes(StandardCharsets.UTF_8)));
    }
    PrintWriter to = spec.commandLine().getOut();
    try {
      if (format == Form.JSON) {
        to.append(json);
      } else {
        text.write(to);
      }
      to.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

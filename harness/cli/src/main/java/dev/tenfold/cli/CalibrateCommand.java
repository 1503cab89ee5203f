package dev.tenfold.cli;

import dev.tenfold.calibrate.Calibration;
import dev.tenfold.calibrate.CalibrationJson;
import dev.tenfold.calibrate.CalibrationText;
import dev.tenfold.calibrate.Cut;
import dev.tenfold.calibrate.Design;
import dev.tenfold.calibrate.Recordings;
import dev.tenfold.calibrate.Replay;
import dev.tenfold.config.Quantity;
import dev.tenfold.judge.Policy;
import dev.tenfold.run.InputException;
import dev.tenfold.store.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the gate itself. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how often the gate alarms falsely, and how small a slowdown it finds.",
      "Base and head are drawn from recorded forks of the same code, the head is made slower by a",
      "known amount, and both are judged as in a check."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold calibrate --replay recordings/*.json.gz",
      "  tenfold calibrate --replay run.json --warmup 0 --measure all --suites 100 --slowdown 0,10",
      "  tenfold calibrate --replay run.json --screen-forks 2 --out calibration.json"
    })
final class CalibrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Screen screen;

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Runs or plain JMH JSON, with many forks of each benchmark and nothing changed.")
  private List<Path> replay;

  @Option(
      names = "--slowdown",
      paramLabel = "PERCENT",
      split = ",",
      description = "By how much the head gets slower; by default ${DEFAULT-VALUE}.",
      defaultValue = "0,3,5,10,20")
  private List<String> slowdowns;

  @Option(
      names = "--suites",
      paramLabel = "N",
      description = "How many suites are drawn; by default ${DEFAULT-VALUE}.",
      defaultValue = "1000")
  private int suites;

  @Option(
      names = "--suite-size",
      paramLabel = "N",
      description = "Benchmarks in each; by default 100, or all if there are fewer.")
  private Integer suiteSize;

  @Option(
      names = "--changed",
      paramLabel = "N",
      description = "How many of them get slower; by default every tenth.")
  private Integer changed;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all that is drawn; by default ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--screen-forks",
      paramLabel = "N",
      description = "Forks on each side of every benchmark; by default ${DEFAULT-VALUE}.",
      defaultValue = "3")
  private int screenForks;

  @Option(
      names = "--confirm-forks",
      paramLabel = "N",
      description = "Fresh forks on each side of a suspect; by default ${DEFAULT-VALUE}.",
      defaultValue = "5")
  private int confirmForks;

  @Option(
      names = "--warmup",
      paramLabel = "TIME",
      description = {
        "What is left out at the beginning of each fork; by default ${DEFAULT-VALUE}.",
        "0 where the warm-up was not recorded, as JMH does."
      },
      defaultValue = "5s")
  private String warmup;

  @Option(
      names = "--measure",
      paramLabel = "TIME",
      description = "What is then measured, or all: the whole fork; by default ${DEFAULT-VALUE}.",
      defaultValue = "5s")
  private String measure;

  @Option(
      names = "--windows",
      paramLabel = "N",
      description = {
        "So many such spans of each fork, one after another, count as a fork each;",
        "by default 5, or 1 with --measure all."
      })
  private Integer windows;

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      description = "Smallest change of a score that counts, for example 3%%.")
  private String threshold;

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
    if (replay == null) {
      throw new ParameterException(
          spec.commandLine(), "Say which recorded forks to replay: --replay FILE...");
    }
    Policy policy = Policy.standard();
    Policy limited = threshold == null ? policy : policy.with(Quantity.fraction(threshold));
    atLeast(2, "--screen-forks", screenForks);
    atLeast(2, "--confirm-forks", confirmForks);
    Recordings recordings = Recordings.read(replay, cut(), screenForks + confirmForks);
    Calibration calibration = Replay.of(recordings, design(recordings), limited, this::tell);
    if (out != null) {
      AtomicFile.write(
          out, to -> to.write(CalibrationJson.of(calibration).getBytes(StandardCharsets.UTF_8)));
    }
    show(calibration, spec.commandLine().getOut());
    return 0;
  }

  private Cut cut() {
    Duration skipped = warmup.matches("0+ ?[a-z]*") ? Duration.ZERO : Quantity.duration(warmup);
    boolean whole = measure.equals("all");
    int count = windows == null ? (whole ? 1 : 5) : atLeast(1, "--windows", windows);
    if (whole && count > 1) {
      throw new InputException(
          "A fork that is measured as a whole is 1 window, not %s; give --measure a time."
              .formatted(count));
    }
    return new Cut(
        skipped, whole ? Optional.empty() : Optional.of(Quantity.duration(measure)), count);
  }

  private Design design(Recordings recordings) {
    int size =
        suiteSize == null
            ? Math.min(100, recordings.all().size())
            : atLeast(1, "--suite-size", suiteSize);
    int slower = changed == null ? Math.max(1, size / 10) : atLeast(1, "--changed", changed);
    if (slower > size) {
      throw new InputException(
          "--changed %s is more than the %s benchmarks of a suite.".formatted(slower, size));
    }
    return new Design(
        atLeast(1, "--suites", suites),
        size,
        slower,
        slowdowns.stream().map(CalibrateCommand::slowdown).toList(),
        screenForks,
        confirmForks,
        seed);
  }

  /** Per cents, with or without the sign: nobody means a slowdown of 300 % by 3. */
  private static double slowdown(String text) {
    return Quantity.fraction(text.strip().endsWith("%") ? text : text + "%");
  }

  private static int atLeast(int least, String option, int value) {
    if (value < least) {
      throw new InputException("%s is at least %s, not %s.".formatted(option, least, value));
    }
    return value;
  }

  private void tell(String what) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(what);
    err.flush();
  }

  private void show(Calibration calibration, PrintWriter to) {
    try {
      if (format == Form.JSON) {
        to.append(CalibrationJson.of(calibration));
      } else {
        new CalibrationText(calibration, screen.style()).write(to);
      }
      to.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

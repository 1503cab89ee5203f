package dev.tenfold.cli;

import dev.tenfold.check.Check;
import dev.tenfold.check.Request;
import dev.tenfold.check.Request.Against;
import dev.tenfold.check.Request.Places;
import dev.tenfold.config.Config;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Format;
import dev.tenfold.store.Baselines;
import dev.tenfold.store.Home;
import dev.tenfold.store.Jars;
import dev.tenfold.terminal.Interruption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures, compares, judges, reports: what the build calls. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a jar, compares it with its base, and fails on a regression.",
      "Without --base, the base is this machine's kept baseline; without one, the run becomes it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold check benchmarks/target/benchmarks.jar",
      "  tenfold check --base old.jar --suite quick benchmarks/target/benchmarks.jar",
      "  tenfold check --include '*.ReadMostly.*' -f 10 benchmarks/target/benchmarks.jar",
      "  tenfold check --resume benchmarks/target/benchmarks.jar",
      "  tenfold check --shard 2/5 --out shard-2 --base old.jar benchmarks/target/benchmarks.jar"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MeasureOptions measure;
  @Mixin private MannerOptions manner;
  @Mixin private JudgeOptions judge;
  @Mixin private Screen screen;

  @Parameters(paramLabel = "JAR", description = "The benchmark jar that is judged.")
  private Path jar;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = "What to compare with: a jar, which is measured alongside, or a run file.")
  private Path base;

  @Option(
      names = "--require-baseline",
      description = "Fail with 5 if there is nothing to compare with.")
  private boolean requireBaseline;

  @Option(
      names = "--out",
      paramLabel = "DIRECTORY",
      description = "Where the results go; by default ${DEFAULT-VALUE}.",
      defaultValue = "reports/latest")
  private Path out;

  @Option(
      names = "--baselines",
      paramLabel = "DIRECTORY",
      description = "Where kept runs lie; by default ${DEFAULT-VALUE}.",
      defaultValue = "reports/baselines")
  private Path baselines;

  @Override
  public Integer call() {
    screen.check();
    Config config = measure.config();
    Request request =
        new Request(
            jar,
            measure.suite(config),
            judge.policy(config.policy()),
            new Against(
                Optional.ofNullable(base),
                requireBaseline || config.requireBaseline(),
                judge.tolerated()),
            new Places(out, new Baselines(baselines), new Jars(Home.of(System.getenv()))),
            manner.manner());
    Verdict verdict;
    try (Interruption any = MannerOptions.interruption(out)) {
      verdict = Check.run(request, screen.progress());
    }
    screen.show(verdict, Format.TEXT, spec.commandLine().getOut());
    return verdict.status().exitCode();
  }
}

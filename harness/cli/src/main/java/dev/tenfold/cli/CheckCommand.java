package dev.tenfold.cli;

import dev.tenfold.check.Check;
import dev.tenfold.check.Request;
import dev.tenfold.check.Request.Against;
import dev.tenfold.check.Request.Places;
import dev.tenfold.compare.Tolerance;
import dev.tenfold.config.Config;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Format;
import dev.tenfold.revision.Build;
import dev.tenfold.revision.Revisions;
import dev.tenfold.revision.Revisions.Built;
import dev.tenfold.run.Glob;
import dev.tenfold.run.InputException;
import dev.tenfold.store.Baselines;
import dev.tenfold.store.Builds;
import dev.tenfold.store.Home;
import dev.tenfold.store.Jars;
import dev.tenfold.terminal.Interruption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures, compares, judges, reports: what the build calls. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a jar, compares it with its base, and fails on a regression.",
      "Without --base or --base-ref, the base is this machine's kept baseline; without one, the run becomes it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold check benchmarks/target/benchmarks.jar",
      "  tenfold check --base old.jar --suite quick benchmarks/target/benchmarks.jar",
      "  tenfold check --base-ref main benchmarks/target/benchmarks.jar",
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
      names = "--base-ref",
      paramLabel = "REF",
      description =
          "What to compare with: the commit where this branch left REF. It is built beside the work tree, and its jar, expected at the same place, is measured alongside.")
  private String baseRef;

  @Option(
      names = "--base-build",
      paramLabel = "COMMAND",
      description =
          "With --base-ref: how the base is built, at the top of the project; by default Maven's package of the jar's module.")
  private String baseBuild;

  @Option(
      names = "--no-identity",
      description = "Measure also what runs the same code in base and head.")
  private boolean noIdentity;

  @Option(
      names = "--explain",
      paramLabel = "GLOB",
      description =
          "Measure nothing; tell which of these benchmarks would be measured, and which class differs.")
  private String explain;

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
    if (base != null && baseRef != null) {
      throw wrong("--base and --base-ref both name what to compare with: give one of them.");
    }
    if (baseBuild != null && baseRef == null) {
      throw wrong("--base-build tells how --base-ref is built: give both.");
    }
    Config config = measure.config();
    // All that may be wrong with the options is said before minutes are spent on a build.
    Set<Tolerance> tolerated = judge.tolerated();
    Request request =
        new Request(
            jar,
            measure.suite(config),
            judge.policy(config.policy()),
            new Against(
                Optional.ofNullable(base),
                baseRef == null ? Optional.empty() : Optional.of(built()),
                requireBaseline || config.requireBaseline(),
                tolerated,
                !noIdentity),
            new Places(out, new Baselines(baselines), new Jars(Home.of(System.getenv()))),
            manner.manner());
    if (explain != null) {
      List<String> explained = Check.explain(request, new Glob(explain), screen.progress());
      if (explained.isEmpty()) {
        throw new InputException(
            "%s has no benchmark that matches %s in this suite.".formatted(jar, explain));
      }
      explained.forEach(spec.commandLine().getOut()::println);
      return Status.PASS.exitCode();
    }
    Verdict verdict;
    try (Interruption any = MannerOptions.interruption(out)) {
      verdict = Check.run(request, screen.progress());
    }
    screen.show(verdict, Format.TEXT, spec.commandLine().getOut());
    return verdict.status().exitCode();
  }

  private Built built() {
    Build build =
        baseBuild == null
            ? new Build.Maven(Optional.empty(), List.of())
            : new Build.Shell(baseBuild);
    Revisions revisions =
        new Revisions(
            new Builds(new Jars(Home.of(System.getenv()))),
            build,
            Revisions.PATIENCE,
            System.getenv(),
            spec.commandLine().getErr()::println);
    return revisions.jar(baseRef, jar);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}

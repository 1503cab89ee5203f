package dev.tenfold.cli;

import dev.tenfold.check.Check;
import dev.tenfold.check.Request;
import dev.tenfold.check.Request.Against;
import dev.tenfold.check.Request.Places;
import dev.tenfold.config.Config;
import dev.tenfold.judge.Status;
import dev.tenfold.run.Run;
import dev.tenfold.store.Baselines;
import dev.tenfold.store.Home;
import dev.tenfold.store.Jars;
import dev.tenfold.terminal.Interruption;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures only. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Measures a jar and writes run.json, and jmh.json for other tools.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold run benchmarks/target/benchmarks.jar --out before",
      "  tenfold run --include '*.MapLookup.*' -p size=1000 -f 5 benchmarks/target/benchmarks.jar"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MeasureOptions measure;
  @Mixin private MannerOptions manner;
  @Mixin private Screen screen;

  @Parameters(paramLabel = "JAR", description = "The benchmark jar.")
  private Path jar;

  @Option(
      names = "--out",
      paramLabel = "DIRECTORY",
      description = "Where the results go; by default ${DEFAULT-VALUE}.",
      defaultValue = "reports/latest")
  private Path out;

  @Override
  public Integer call() {
    screen.check();
    Config config = measure.config();
    Request request =
        new Request(
            jar,
            measure.suite(config),
            config.policy(),
            Against.KEPT,
            new Places(out, new Baselines(out), new Jars(Home.of(System.getenv()))),
            manner.manner());
    Run run;
    try (Interruption any = MannerOptions.interruption(out)) {
      run = Check.measure(request, screen.progress());
    }
    PrintWriter print = spec.commandLine().getOut();
    print.printf(
        "%d benchmarks measured, %d failed. Results are in %s%n",
        run.results().size(), run.failures().size(), out);
    run.failures().forEach(f -> print.printf("FAILED %s: %s%n", f.id(), f.reason()));
    return run.failures().isEmpty() ? Status.PASS.exitCode() : Status.INCOMPLETE.exitCode();
  }
}

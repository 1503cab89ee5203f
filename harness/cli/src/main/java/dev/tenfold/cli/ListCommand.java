package dev.tenfold.cli;

import dev.tenfold.check.Check;
import dev.tenfold.check.Request;
import dev.tenfold.check.Request.Against;
import dev.tenfold.check.Request.Manner;
import dev.tenfold.check.Request.Places;
import dev.tenfold.config.Config;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.InputException;
import dev.tenfold.store.Baselines;
import dev.tenfold.store.Home;
import dev.tenfold.store.Jars;
import dev.tenfold.terminal.Progresses;
import dev.tenfold.terminal.Visible;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a check would measure. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Lists the benchmarks of a suite with their parameters, and how many each package has.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold list --suite full benchmarks/target/benchmarks.jar",
      "  tenfold list --include '*.MapLookup.*' benchmarks/target/benchmarks.jar"
    })
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private MeasureOptions measure;

  @Parameters(paramLabel = "JAR", description = "The benchmark jar.")
  private Path jar;

  @Option(names = "--counts", description = "The numbers alone.")
  private boolean counts;

  @Override
  public Integer call() {
    Config config = measure.config();
    Path nowhere = Path.of("");
    Request request =
        new Request(
            jar,
            measure.suite(config),
            config.policy(),
            Against.KEPT,
            new Places(nowhere, new Baselines(nowhere), new Jars(Home.of(System.getenv()))),
            new Manner(0, Optional.empty(), false, false));
    PrintWriter out = spec.commandLine().getOut();
    SortedSet<BenchmarkId> ids =
        Check.listed(request, Progresses.of(System.err, false, 0, System::nanoTime));
    if (ids.isEmpty()) {
      throw new InputException(
          "No benchmark of %s is in suite %s. See the suites with: tenfold config"
              .formatted(jar, request.suite().name()));
    }
    Map<String, Integer> packages = new TreeMap<>();
    for (BenchmarkId id : ids) {
      packages.merge(packageOf(id), 1, Integer::sum);
      if (!counts) {
        out.println(Visible.of(id.text()));
      }
    }
    packages.forEach((name, number) -> out.printf("%6d in %s%n", number, Visible.of(name)));
    out.printf("%6d in all, suite %s%n", ids.size(), request.suite().name());
    out.flush();
    return 0;
  }

  private static String packageOf(BenchmarkId id) {
    String type = id.method().substring(0, id.method().lastIndexOf('.'));
    int dot = type.lastIndexOf('.');
    return dot < 0 ? "(no package)" : type.substring(0, dot);
  }
}

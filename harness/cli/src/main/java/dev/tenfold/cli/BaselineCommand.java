package dev.tenfold.cli;

import dev.tenfold.config.Suite;
import dev.tenfold.jmh.Detail;
import dev.tenfold.measure.BenchmarkJar;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Run;
import dev.tenfold.store.Baselines;
import dev.tenfold.store.Baselines.Entry;
import dev.tenfold.store.Home;
import dev.tenfold.store.Jars;
import dev.tenfold.store.RunFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Looks after kept runs. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    description = "Lists, keeps, shows and prunes the runs that others are compared with.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold baseline list",
      "  tenfold baseline keep --suite quick --jar benchmarks/target/benchmarks.jar reports/latest/run.json",
      "  tenfold baseline show reports/baselines/MACHINE/quick-0001.json",
      "  tenfold baseline prune --sessions 5"
    })
final class BaselineCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--baselines",
      paramLabel = "DIRECTORY",
      scope = ScopeType.INHERIT,
      description = "Where kept runs lie; by default ${DEFAULT-VALUE}.",
      defaultValue = "reports/baselines")
  private Path directory;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: list, keep, show or prune.");
  }

  @Command(description = "Lists every kept run.", mixinStandardHelpOptions = true)
  void list() {
    PrintWriter out = spec.commandLine().getOut();
    Baselines kept = new Baselines(directory);
    Jars jars = new Jars(Home.of(System.getenv()));
    for (Entry entry : kept.entries()) {
      Run run = RunFile.read(entry.file(), Detail.SUMMARY);
      Origin origin = run.origin();
      boolean here = origin.jar().flatMap(jars::get).isPresent();
      out.printf(
          "%s  %d benchmarks, revision %s, at %s, jar %s%n",
          entry.file(),
          run.results().size(),
          origin.revision().orElse("unknown"),
          origin.at().map(Instant::toString).orElse("unknown"),
          here ? "in the local store" : "not here: only its numbers can be compared");
    }
    if (kept.entries().isEmpty()) {
      out.printf("No run is kept in %s.%n", directory);
    }
    out.flush();
  }

  @Command(
      description = "Keeps a run as the newest session of its suite and machine.",
      mixinStandardHelpOptions = true)
  void keep(
      @Parameters(paramLabel = "RUN", description = "A run.json.") Path file,
      @Option(
              names = "--suite",
              paramLabel = "NAME",
              defaultValue = Suite.ALL,
              description = "Suite that was measured; by default ${DEFAULT-VALUE}.")
          String suite,
      @Option(
              names = "--jar",
              paramLabel = "JAR",
              description = "The jar that was measured, to measure it again beside the next.")
          Path jar) {
    PrintWriter out = spec.commandLine().getOut();
    Run run = RunFile.read(file, Detail.SUMMARY);
    if (!suite.matches(Suite.NAME)) {
      throw new InputException(
          "A suite is named with lower-case letters, digits and dashes, not \"%s\"."
              .formatted(suite));
    }
    if (!run.failures().isEmpty() || (run.results().isEmpty() && run.spared().isEmpty())) {
      throw new InputException(
          "%s does not hold all that was expected, and what it lacks would never be compared again; nothing was kept. Measure it whole with: tenfold run JAR"
              .formatted(file));
    }
    if (jar == null && !run.spared().isEmpty()) {
      throw new InputException(
          "In %s, %s benchmarks were not measured, because they ran the same code as their base. Give the jar with --jar, or measure all with: tenfold run JAR"
              .formatted(file, run.spared().size()));
    }
    Optional<BenchmarkJar> measured = Optional.ofNullable(jar).map(BenchmarkJar::at);
    if (measured.isPresent() && !measured.map(BenchmarkJar::sha256).equals(run.origin().jar())) {
      throw new InputException(
          "%s is not the jar that %s was measured with; nothing was kept.".formatted(jar, file));
    }
    Path kept = new Baselines(directory).keep(run, suite);
    measured.ifPresent(new Jars(Home.of(System.getenv()))::keep);
    out.printf("Kept as %s%n", kept);
    if (measured.isEmpty()) {
      out.println("Only numbers were kept; give the jar with --jar to measure it again next time.");
    }
    out.flush();
  }

  @Command(description = "Shows the numbers of a kept run.", mixinStandardHelpOptions = true)
  void show(@Parameters(paramLabel = "RUN", description = "A kept file.") Path file) {
    PrintWriter out = spec.commandLine().getOut();
    Run run = RunFile.read(file, Detail.SUMMARY);
    run.results()
        .forEach(
            result ->
                out.printf(
                    java.util.Locale.ROOT,
                    "%-60s %12.3f %s, %d forks%n",
                    result.id().shortName(),
                    result.score().score(),
                    result.score().metric().unit(),
                    result.score().forks().size()));
    out.flush();
  }

  @Command(
      description = "Removes all but the newest sessions of each suite and machine.",
      mixinStandardHelpOptions = true)
  void prune(
      @Option(
              names = "--sessions",
              paramLabel = "N",
              defaultValue = "10",
              description = "How many to leave; by default ${DEFAULT-VALUE}.")
          int sessions) {
    PrintWriter out = spec.commandLine().getOut();
    new Baselines(directory)
        .prune(sessions, new Jars(Home.of(System.getenv())))
        .forEach(file -> out.printf("Removed %s%n", file));
    out.flush();
  }
}

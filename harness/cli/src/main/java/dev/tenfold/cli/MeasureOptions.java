package dev.tenfold.cli;

import dev.tenfold.config.Config;
import dev.tenfold.config.ConfigFile;
import dev.tenfold.config.Effort;
import dev.tenfold.config.JvmMode;
import dev.tenfold.config.Profile;
import dev.tenfold.config.Quantity;
import dev.tenfold.config.Suite;
import dev.tenfold.measure.ForkOptions;
import dev.tenfold.measure.Selection;
import dev.tenfold.run.Glob;
import dev.tenfold.run.InputException;
import dev.tenfold.run.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What is measured and how. JMH's own options keep JMH's names. */
final class MeasureOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration; by default tenfold.yaml here or in benchmarks/.")
  private Path config;

  @Option(
      names = "--suite",
      paramLabel = "NAME",
      description = "Suite of the configuration; by default its first.")
  private String suite;

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "Only benchmarks that match, for example '*.ReadMostly.*'. May be repeated.")
  private List<String> includes = List.of();

  @Option(
      names = {"-e", "--exclude"},
      paramLabel = "GLOB",
      description = "None that matches. May be repeated.")
  private List<String> excludes = List.of();

  @Option(
      names = "-p",
      paramLabel = "NAME=VALUE,...",
      description = "Values of a benchmark parameter. May be repeated.")
  private List<String> params = List.of();

  @Option(names = "-bm", paramLabel = "MODE", split = ",", description = "Only these modes.")
  private List<String> modes = List.of();

  @Option(names = "-t", paramLabel = "N", description = "Threads.")
  private Integer threads;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "How much is spent: smoke, quick, standard or thorough.")
  private String profile;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "Machine time for all forks together, spent where it decides most: 10m.")
  private String budget;

  @Option(
      names = "--jvm",
      paramLabel = "MODE",
      description =
          "As-is: JVMs as in production. Calm: with -XX:-TieredCompilation -Xbatch, which differ less from one to the next.")
  private String jvm;

  @Option(
      names = {"-f", "--forks"},
      paramLabel = "N",
      description = "Forks of each benchmark, on each side.")
  private Integer forks;

  @Option(names = "-wi", paramLabel = "N", description = "Warm-up iterations.")
  private Integer warmups;

  @Option(names = "-w", paramLabel = "TIME", description = "Time of a warm-up iteration: 200ms.")
  private String warmupTime;

  @Option(names = "-i", paramLabel = "N", description = "Measured iterations.")
  private Integer iterations;

  @Option(names = "-r", paramLabel = "TIME", description = "Time of a measured iteration: 100ms.")
  private String iterationTime;

  @Option(
      names = "--turn",
      paramLabel = "TIME",
      description = {
        "How long base and head measure before it is the other's turn; by default 40ms.",
        "Off: whole forks, one after the other."
      })
  private String turn;

  @Option(
      names = "-jvmArgsAppend",
      paramLabel = "ARG",
      description = "Argument for the measured JVM. May be repeated.")
  private List<String> jvmArgs = List.of();

  @Option(
      names = "--java",
      paramLabel = "HOME",
      description = "JDK to measure in; by default the one that runs Tenfold.")
  private Path java = Path.of(System.getProperty("java.home"));

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      description =
          "How long a fork may take beyond three times its iterations before it is killed: 60s.")
  private String patience;

  Config config() {
    return ConfigFile.find(Optional.ofNullable(config), Path.of(""), java);
  }

  Suite suite(Config from) {
    Suite plain = suiteAsIs(from);
    return forks == null ? plain : plain.withForks(forks().getAsInt());
  }

  /** The suite with as many forks as it is configured to have, whatever was asked for. */
  Suite suiteAsIs(Config from) {
    Suite chosen = from.suite(Optional.ofNullable(suite));
    Suite profiled = profile == null ? chosen : chosen.with(Profile.of(profile));
    return profiled
        .with(options(profiled.effort()))
        .with(selection(profiled.selection()))
        .with(options(profiled.options()));
  }

  /** The forks that were asked for. */
  OptionalInt forks() {
    return forks == null ? OptionalInt.empty() : OptionalInt.of(atLeast(forks, 1, "--forks"));
  }

  /** The effort where there is no suite. */
  Effort effort() {
    return options(profile == null ? Effort.STANDARD : Profile.of(profile).effort());
  }

  private Effort options(Effort from) {
    Effort turned = turn == null ? from : from.inTurnsOf(Quantity.turn(turn));
    Effort within = budget == null ? turned : turned.within(Quantity.duration(budget));
    return jvm == null ? within : within.in(JvmMode.of(jvm));
  }

  private Selection selection(Selection from) {
    Map<String, List<String>> values = new LinkedHashMap<>(from.params());
    for (String param : params) {
      int equals = param.indexOf('=');
      if (equals < 1) {
        throw new InputException(
            "-p takes NAME=VALUE or NAME=VALUE,VALUE, not \"%s\".".formatted(param));
      }
      values.put(
          param.substring(0, equals), Arrays.asList(param.substring(equals + 1).split(",", -1)));
    }
    Set<Mode> only = modes.stream().map(Mode::of).collect(Collectors.toSet());
    return new Selection(
        includes.isEmpty() ? from.includes() : includes.stream().map(Glob::new).toList(),
        excludes.isEmpty() ? from.excludes() : excludes.stream().map(Glob::new).toList(),
        values,
        threads == null ? from.threads() : OptionalInt.of(threads),
        only.isEmpty() ? from.modes() : only,
        from.requirements());
  }

  private ForkOptions options(ForkOptions from) {
    return new ForkOptions(
        java,
        warmups == null ? from.warmups() : OptionalInt.of(atLeast(warmups, 0, "-wi")),
        time(warmupTime).or(from::warmupTime),
        iterations == null ? from.iterations() : OptionalInt.of(atLeast(iterations, 1, "-i")),
        time(iterationTime).or(from::iterationTime),
        jvmArgs.isEmpty() ? from.jvmArgsAppend() : jvmArgs,
        time(patience).orElse(from.patience()));
  }

  private static Optional<Duration> time(String text) {
    return Optional.ofNullable(text).map(Quantity::duration);
  }

  private static int atLeast(int number, int least, String option) {
    if (number < least) {
      throw new InputException("%s is at least %d, not %d.".formatted(option, least, number));
    }
    return number;
  }
}

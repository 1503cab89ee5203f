package dev.tenfold.cli;

import dev.tenfold.check.Merge;
import dev.tenfold.config.Config;
import dev.tenfold.config.ConfigFile;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins the shards of a suite. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = {
      "Joins what check --shard measured into the one verdict on the whole suite.",
      "Nothing is measured. All shards must be of the same jars and options; without one of them",
      "the verdict is incomplete."
    },
    footerHeading = "%nExample:%n",
    footer = "  tenfold merge shard-1 shard-2 shard-3 --out reports/latest")
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private JudgeOptions judge;
  @Mixin private Screen screen;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIRECTORY",
      description = "Where check --shard wrote to, one for each shard.")
  private List<Path> directories;

  @Option(
      names = "--out",
      paramLabel = "DIRECTORY",
      description = "Where the results go; by default ${DEFAULT-VALUE}.",
      defaultValue = "reports/latest")
  private Path out;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration; by default tenfold.yaml here or in benchmarks/.")
  private Path config;

  @Override
  public Integer call() {
    screen.check();
    Config found =
        ConfigFile.find(
            Optional.ofNullable(config), Path.of(""), Path.of(System.getProperty("java.home")));
    Verdict verdict =
        Merge.run(
            directories,
            out,
            judge.policy(found.policy()),
            found.requireBaseline(),
            judge.tolerated());
    screen.show(verdict, Format.TEXT, spec.commandLine().getOut());
    return verdict.status().exitCode();
  }
}

package dev.tenfold.cli;

import dev.tenfold.check.Material;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.config.Config;
import dev.tenfold.config.ConfigFile;
import dev.tenfold.html.Runs;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Document;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges again what was measured once. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Reaches the verdict on an earlier check anew, from its forks, and shows it.",
      "Nothing is measured; another threshold can be tried."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold report",
      "  tenfold report --verbose --threshold 10%% reports/latest",
      "  tenfold report --format markdown > comment.md",
      "  tenfold report --format html --threshold 10%% > report.html"
    })
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private JudgeOptions judge;
  @Mixin private Screen screen;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIRECTORY",
      description = "Where a check wrote to; by default ${DEFAULT-VALUE}.",
      defaultValue = "reports/latest")
  private Path directory;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration; by default tenfold.yaml here or in benchmarks/.")
  private Path config;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, markdown, json, junit, csv, badge, html or sarif; by default ${DEFAULT-VALUE}.",
      defaultValue = "text")
  private String format;

  @Override
  public Integer call() {
    screen.check();
    Function<Runs, Document> asked = Screen.document(format);
    Config found =
        ConfigFile.find(
            Optional.ofNullable(config), Path.of(""), Path.of(System.getProperty("java.home")));
    Material material = Material.read(directory);
    Verdict verdict =
        material.verdict(
            judge.policy(found.policy()),
            found.requireBaseline(),
            judge.tolerated(),
            SessionSpread.STATED);
    screen.show(verdict, asked.apply(material.runs()), spec.commandLine().getOut());
    return verdict.status().exitCode();
  }
}

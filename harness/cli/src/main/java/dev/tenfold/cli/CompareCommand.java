package dev.tenfold.cli;

import dev.tenfold.compare.Comparer;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.compare.Terms;
import dev.tenfold.config.Quantity;
import dev.tenfold.html.Runs;
import dev.tenfold.jmh.Detail;
import dev.tenfold.judge.Judge;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Document;
import dev.tenfold.run.Run;
import dev.tenfold.store.RunFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two files. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two run files, or two files of plain JMH JSON, and judges the second.",
      "Files may be compressed with gzip."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold compare before.json after.json",
      "  tenfold compare --allow jvm --format markdown jdk17.json jdk25.json"
    })
final class CompareCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private JudgeOptions judge;
  @Mixin private Screen screen;

  @Parameters(index = "0", paramLabel = "BASE", description = "What is compared with.")
  private Path base;

  @Parameters(index = "1", paramLabel = "HEAD", description = "What is judged.")
  private Path head;

  @Option(
      names = "--session-spread",
      paramLabel = "PERCENT",
      description = {
        "How far apart two sessions lie on this machine with nothing changed, as a standard",
        "deviation; it widens every interval. By default 0: you vouch for the machine."
      },
      defaultValue = "0")
  private String spread;

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
    double deviation = Quantity.fraction(spread);
    SessionSpread added = deviation == 0 ? SessionSpread.NONE : SessionSpread.stated(deviation);
    Policy policy = judge.policy(Policy.standard());
    CompletableFuture<Run> other =
        CompletableFuture.supplyAsync(() -> RunFile.read(head, Detail.SUMMARY));
    Run first = RunFile.read(base, Detail.SUMMARY);
    Run second = joined(other);
    Terms terms = Terms.stored(judge.tolerated(), added);
    Verdict verdict = new Judge(policy).verdict(Comparer.compare(first, second, terms));
    Runs behind =
        new Runs(Optional.of(first), Optional.of(second), Optional.empty(), Optional.empty());
    screen.show(verdict, asked.apply(behind), spec.commandLine().getOut());
    return verdict.status().exitCode();
  }

  private static Run joined(CompletableFuture<Run> run) {
    try {
      return run.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException refused ? refused : e;
    }
  }
}

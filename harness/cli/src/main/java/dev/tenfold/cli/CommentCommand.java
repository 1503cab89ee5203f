package dev.tenfold.cli;

import dev.tenfold.compare.Tolerance;
import dev.tenfold.config.Config;
import dev.tenfold.config.ConfigFile;
import dev.tenfold.config.Quantity;
import dev.tenfold.config.Suite;
import dev.tenfold.github.Environment;
import dev.tenfold.github.JobSummary;
import dev.tenfold.github.Judged;
import dev.tenfold.github.Occasion;
import dev.tenfold.github.Patience;
import dev.tenfold.github.Posting;
import dev.tenfold.github.Results;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Status;
import dev.tenfold.report.Comment;
import dev.tenfold.report.Sources;
import dev.tenfold.run.InputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts verdicts on a pull request. */
@Command(
    name = "comment",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the verdict on a pull request at GitHub: a comment that is kept up to date, and a check.",
      "The verdict is reached anew from the forks in the directory, by the configuration that is",
      "found here; no other file there is believed. GITHUB_TOKEN is taken from the environment, and",
      "which pull request it is from the event of the workflow (pull_request, workflow_run).",
      "Of a directory with directories of results, each is a suite or a shard."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:posted, or there is no open pull request whose head was measured",
      "1:could not be posted, or a usage or configuration error",
      "2-5:with --gate, that of the verdict"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold comment --start --suite quick",
      "  tenfold comment --dry-run reports/latest",
      "  tenfold comment --annotate reports/latest",
      "  tenfold comment --repository owner/name --pull-request 7 reports/latest"
    })
final class CommentCommand implements Callable<Integer> {
  /** What counts if several suites differ, first. */
  private static final List<Status> WORST_FIRST =
      List.of(
          Status.REGRESSION,
          Status.INCOMPLETE,
          Status.INCOMPARABLE,
          Status.INCONCLUSIVE,
          Status.PASS);

  @Spec private CommandSpec spec;
  @Mixin private JudgeOptions judge;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIRECTORY",
      description = "Where a check wrote to; by default ${DEFAULT-VALUE}.",
      defaultValue = "reports/latest")
  private Path directory;

  @Option(
      names = "--start",
      description = "Only marks the head as being measured; to be called before it is.")
  private boolean start;

  @Option(
      names = "--suite",
      paramLabel = "NAME",
      split = ",",
      description =
          "The suite whose results lie in the directory, or those that begin; by default the first of tenfold.yaml.")
  private List<String> suites = List.of();

  @Option(
      names = "--repository",
      paramLabel = "OWNER/NAME",
      description = "By default GITHUB_REPOSITORY.")
  private String repository;

  @Option(
      names = "--pull-request",
      paramLabel = "N",
      description = "By default that of the event in GITHUB_EVENT_PATH.")
  private Integer pullRequest;

  @Option(
      names = "--head",
      paramLabel = "SHA",
      description =
          "The whole revision that was measured; by default that of the event, or the present head of --pull-request.")
  private String head;

  @Option(
      names = "--author",
      paramLabel = "LOGIN",
      description =
          "Whose comment is kept up to date; by default the token's user, or github-actions[bot]. For an app: NAME[bot].")
  private String author;

  @Option(
      names = "--sources",
      paramLabel = "DIRECTORY",
      split = ",",
      description =
          "Roots of the benchmarks' sources, whose lines are annotated; by default every src/*/java, kotlin and scala below here.")
  private List<Path> sources = List.of();

  @Option(
      names = "--annotate",
      description = "In GitHub Actions, prints workflow commands that annotate the run too.")
  private boolean annotate;

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      description =
          "How long is waited in all for limits and faults of GitHub; by default ${DEFAULT-VALUE}.",
      defaultValue = "2m")
  private String patience;

  @Option(names = "--gate", description = "Ends with the exit code of the worst verdict.")
  private boolean gate;

  @Option(names = "--dry-run", description = "Prints what would be posted; asks GitHub nothing.")
  private boolean dryRun;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration; by default tenfold.yaml here or in benchmarks/.")
  private Path config;

  @Override
  public Integer call() {
    Environment environment = Environment.of(System.getenv());
    Config found =
        ConfigFile.find(
            Optional.ofNullable(config), Path.of(""), Path.of(System.getProperty("java.home")));
    List<String> names = names(found);
    if (start) {
      posting(environment).start(occasion(environment), names);
      return 0;
    }
    if (names.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--suite takes several names only with --start.");
    }
    List<Judged> verdicts = verdicts(found, names, environment);
    int posted = dryRun ? print(verdicts) : publish(verdicts, environment);
    int verdict = worst(verdicts).exitCode();
    return gate && verdict != 0 ? verdict : posted;
  }

  private List<Judged> verdicts(Config found, List<String> names, Environment environment) {
    Policy policy = judge.policy(found.policy());
    Set<Tolerance> tolerated = judge.tolerated();
    try {
      return Results.in(directory, names.get(0)).judged(policy, found.requireBaseline(), tolerated);
    } catch (InputException e) {
      if (!dryRun) {
        isDone(() -> posting(environment).abandon(occasion(environment), names, e.getMessage()));
      }
      throw e;
    }
  }

  private List<String> names(Config found) {
    for (String name : suites) {
      if (!name.matches(Suite.NAME)) {
        throw new ParameterException(
            spec.commandLine(),
            "--suite: a suite is named with lower-case letters, digits and dashes.");
      }
    }
    return suites.isEmpty() ? List.of(found.suites().get(0).name()) : suites;
  }

  private int print(List<Judged> verdicts) {
    for (Judged judged : verdicts) {
      out().println(judged.text() + Comment.marker(judged.suite()) + "\n");
      out().println(judged.check());
    }
    return 0;
  }

  /** What needs no GitHub comes first, so that it is there however the rest goes. */
  private int publish(List<Judged> verdicts, Environment environment) {
    Path here = Path.of("");
    Sources lines = sources.isEmpty() ? Sources.below(here) : Sources.in(here, sources);
    if (annotate && environment.isActions()) {
      verdicts.forEach(judged -> judged.workflowCommands(lines).forEach(out()::println));
    }
    List<String> texts = verdicts.stream().map(Judged::text).toList();
    environment.summary().ifPresent(file -> isDone(() -> JobSummary.append(file, texts)));
    return isDone(() -> posting(environment).post(occasion(environment), verdicts, lines))
        ? 0
        : Status.ERROR;
  }

  private boolean isDone(Runnable step) {
    try {
      step.run();
      return true;
    } catch (InputException e) {
      spec.commandLine().getErr().println("tenfold: " + e.getMessage());
      return false;
    }
  }

  private Posting posting(Environment environment) {
    return Posting.with(
        environment,
        Optional.ofNullable(author),
        Patience.of(Quantity.duration(patience)),
        out()::println);
  }

  private Occasion occasion(Environment environment) {
    return Occasion.of(
        Optional.ofNullable(repository),
        pullRequest == null ? OptionalInt.empty() : OptionalInt.of(pullRequest),
        Optional.ofNullable(head),
        environment);
  }

  private static Status worst(List<Judged> verdicts) {
    List<Status> statuses = verdicts.stream().map(judged -> judged.verdict().status()).toList();
    return WORST_FIRST.stream().filter(statuses::contains).findFirst().orElseThrow();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

package dev.tenfold.cli;

import dev.tenfold.init.Init;
import dev.tenfold.init.Step;
import dev.tenfold.run.InputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives a project its gate. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Gives a Maven project its gate: the plugin in the pom of the module that makes the jar of",
      "benchmarks, a tenfold.yaml beside it, two workflows for GitHub, a line in .gitignore.",
      "No file that is there is replaced: lines are added to it, or it is left and named."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is there now, or was before",
      "1:nothing was written: this is no such project, or a file cannot be read or written"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold init --dry-run",
      "  tenfold init my-project",
      "  tenfold init --module benchmarks my-project"
    })
final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIRECTORY",
      description = "Of the project; by default this one.",
      defaultValue = ".")
  private Path directory;

  @Option(
      names = "--module",
      paramLabel = "NAME",
      description = "The module that makes the jar, if there are several.")
  private String module;

  @Option(names = "--dry-run", description = "Prints what would be done, and does nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    String version = Tenfold.class.getPackage().getImplementationVersion();
    if (version == null) {
      throw new InputException(
          "This Tenfold is not packaged and does not know its version, which the pom must name. Use tenfold.jar.");
    }
    Init init =
        Init.plan(directory, Optional.ofNullable(module), version, Runtime.version().feature());
    if (!dryRun) {
      init.carryOut();
    }
    PrintWriter out = spec.commandLine().getOut();
    init.steps().forEach(step -> out.println(line(step)));
    out.printf("%n%s%n  %s%n", next(version), init.next());
    out.flush();
    return 0;
  }

  private String next(String version) {
    String resolved =
        version.endsWith("-SNAPSHOT")
            ? "Maven must find Tenfold %s, which is no release; in a checkout of it, mvn install -DskipTests -Dtenfold.skip puts it into your local repository.%n"
                .formatted(version)
            : "";
    return resolved
        + "Next, in the project; the first run is kept as what later ones compare with:";
  }

  private String line(Step step) {
    Path base = directory.toAbsolutePath().normalize();
    String file = base.relativize(step.file()).toString();
    String done =
        switch (step.deed()) {
          case WRITE -> dryRun ? "would write" : "wrote";
          case ADD -> dryRun ? "would add to" : "added to";
          case LEAVE -> "left";
        };
    String why = step.why().isEmpty() ? "" : ": " + step.why();
    return "%-12s %s%s".formatted(done, file, why);
  }
}

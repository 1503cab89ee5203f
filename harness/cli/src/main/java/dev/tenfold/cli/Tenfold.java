package dev.tenfold.cli;

import dev.tenfold.judge.Status;
import dev.tenfold.run.InputException;
import java.util.Locale;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of Tenfold. */
@Command(
    name = "tenfold",
    mixinStandardHelpOptions = true,
    versionProvider = Tenfold.Version.class,
    description = {
      "Continuous benchmarking on top of JMH: measures base and head, decides with",
      "statistics that hold for a whole suite, and fails on a real regression."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:pass",
      "1:usage, configuration or tool error",
      "2:regression",
      "3:inconclusive, where the policy forbids that",
      "4:incomplete: something expected was not measured",
      "5:not comparable: another machine, JVM, unit or mode",
      "130:interrupted"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold check benchmarks/target/benchmarks.jar",
      "  tenfold check --base old.jar benchmarks/target/benchmarks.jar",
      "  tenfold compare before.json after.json",
      "  source <(tenfold generate-completion)     complete commands in bash and zsh"
    },
    subcommands = {
      CheckCommand.class,
      RunCommand.class,
      CompareCommand.class,
      MergeCommand.class,
      BaselineCommand.class,
      ReportCommand.class,
      CommentCommand.class,
      ListCommand.class,
      ConfigCommand.class,
      InitCommand.class,
      CalibrateCommand.class,
      DoctorCommand.class,
      GenerateCompletion.class
    })
public final class Tenfold implements Runnable {
  @Spec private CommandSpec spec;

  private Tenfold() {}

  public static void main(String[] args) {
    // What is printed is read by programs too: one form of a number, whatever the user speaks.
    Locale.setDefault(Locale.ROOT);
    System.exit(execute(args));
  }

  /** Runs a command line in this JVM and gives its exit code. */
  public static int execute(String... args) {
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Tenfold());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setPosixClusteredShortOptionsAllowed(false);
    // Wide enough that no example is broken in the middle of its command.
    line.setUsageHelpWidth(110);
    line.setParameterExceptionHandler(
        (wrong, args) -> {
          CommandLine command = wrong.getCommandLine();
          command.getErr().println(wrong.getMessage());
          CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
          command
              .getErr()
              .printf(Locale.ROOT, "Try: %s --help%n", command.getCommandSpec().qualifiedName());
          return Status.ERROR;
        });
    line.setExecutionExceptionHandler(
        (thrown, command, result) -> {
          if (thrown instanceof InputException) {
            command.getErr().println("tenfold: " + thrown.getMessage());
            return Status.ERROR;
          }
          command.getErr().println("tenfold: this is a fault of Tenfold itself; please report it.");
          thrown.printStackTrace(command.getErr());
          return Status.ERROR;
        });
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: check, run, compare ...");
  }

  /** The version stands in the manifest of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Tenfold.class.getPackage().getImplementationVersion();
      return new String[] {"tenfold " + (version == null ? "(not packaged)" : version)};
    }
  }
}

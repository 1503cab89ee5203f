package dev.tenfold.cli;

import dev.tenfold.config.Config;
import dev.tenfold.config.ConfigFile;
import dev.tenfold.config.Suite;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads the configuration as a check would. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Checks tenfold.yaml and says what its suites are; or prints its JSON Schema.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tenfold config --config benchmarks/tenfold.yaml",
      "  tenfold config --schema > tenfold.schema.json"
    })
final class ConfigCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "By default tenfold.yaml here, or in benchmarks/.")
  private Path file;

  @Option(names = "--schema", description = "Prints the JSON Schema of tenfold.yaml, for editors.")
  private boolean schema;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (schema) {
      out.print(ConfigFile.schema());
    } else {
      Path java = Path.of(System.getProperty("java.home"));
      Config config = ConfigFile.find(Optional.ofNullable(file), Path.of(""), java);
      out.println("The configuration is in order. Its suites, the default first:");
      for (Suite suite : config.suites()) {
        out.printf(
            "  %s: %s forks, then %s for suspects%s%n",
            suite.name(),
            suite.effort().screening().most(),
            suite.effort().confirming().most(),
            suite.compared() ? "" : "; compared with nothing");
      }
    }
    out.flush();
    return 0;
  }
}

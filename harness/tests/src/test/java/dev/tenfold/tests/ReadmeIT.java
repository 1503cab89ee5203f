package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever copies a command from the README gets what it promises, or at least a verdict. */
class ReadmeIT {
  private static final String TENFOLD = "java -jar harness/cli/target/tenfold.jar";
  private static final Set<Integer> VERDICTS = Set.of(0, 2, 4, 5);

  private static Readme readme;

  @BeforeAll
  static void read() throws IOException {
    readme = Readme.of(Files.readString(Cli.PROJECT.resolve("README.md")));
  }

  /** In order and in one directory, for one command may read what an earlier one wrote. */
  @Test
  void everyTenfoldCommandRunsToAVerdict(@TempDir Path directory) throws IOException {
    List<Path> links = lay(directory);
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.put("TENFOLD_HOME", directory.resolve("home").toString());
    environment.put("PATH", Path.of(Cli.java()).getParent() + ":" + System.getenv("PATH"));
    List<String> commands = readme.beginningWith(TENFOLD);
    assertThat(commands).as("commands of the README").isNotEmpty();
    for (String command : commands) {
      String quick = quick(command).replaceFirst("java", "java -Djava.io.tmpdir=tmp");
      Ended ended = Running.start(directory, environment, List.of("sh", "-c", quick)).ends();
      assertThat(ended.exitCode()).as(ended.toString()).isIn(VERDICTS);
      ended.neverSays("\tat ");
    }
    for (Path link : links) {
      Files.delete(link);
    }
  }

  @Test
  void everyMavenCommandIsOneThatTheBuildKnows() throws IOException {
    Set<String> known = pluginProperties();
    assertThat(known).contains("tenfold.skip", "tenfold.forks");
    assertThat(readme.beginningWith("mvn"))
        .isNotEmpty()
        .allSatisfy(
            command -> {
              assertThat(command).matches("mvn (verify|-pl benchmarks verify)( -D\\S+)*");
              assertThat(find("-D([^= ]+)", command)).isSubsetOf(known);
            });
  }

  @Test
  void continuousIntegrationRunsTheTestCommandOfTheReadme() throws IOException {
    List<String> run =
        Files.readAllLines(Cli.PROJECT.resolve(".ci/run")).stream()
            .map(line -> line.replaceAll(" --(batch-mode|no-transfer-progress)", ""))
            .toList();
    assertThat(readme.commands()).contains("mvn verify -Dtenfold.skip");
    assertThat(run).contains("mvn verify -Dtenfold.skip");
  }

  /**
   * The top of the project as the commands see it, but for {@code reports}, which is empty.
   *
   * @return the links into the true one
   */
  private static List<Path> lay(Path directory) throws IOException {
    Cli.temporary(directory);
    // What a README takes for granted that its reader has.
    FixtureJar.copy(directory.resolve("old.jar"));
    for (String run : List.of("before.json", "after.json", "jdk17.json", "jdk25.json")) {
      JmhJson.write(directory.resolve(run), JmhJson.fork(100, 101), JmhJson.fork(101, 102));
    }
    JmhJson.write(
        directory.resolve("recorded.json"),
        IntStream.range(0, 8).mapToObj(i -> JmhJson.fork(100 + i, 101)).toArray(double[][]::new));
    Files.writeString(
        Files.createDirectory(directory.resolve("my-project")).resolve("pom.xml"),
        """
        <project>
          <dependencies>
            <dependency><groupId>org.openjdk.jmh</groupId><artifactId>jmh-core</artifactId></dependency>
          </dependencies>
          <build>
            <plugins>
              <plugin><artifactId>maven-shade-plugin</artifactId></plugin>
            </plugins>
          </build>
        </project>
        """);
    return List.of(
        Files.createSymbolicLink(directory.resolve("harness"), Cli.PROJECT.resolve("harness")),
        Files.createSymbolicLink(
            directory.resolve("benchmarks"), Cli.PROJECT.resolve("benchmarks")));
  }

  /** The same command with the least of measuring. */
  private static String quick(String command) {
    if (command.matches(".*tenfold\\.jar calibrate .*\\.jar")) {
      return command.replaceFirst(
          "calibrate",
          "calibrate --suites 10 -f 8 -wi 1 -i 2 -w 10ms -r 10ms --include '*.ListSum.array' -p size=10");
    }
    if (!command.matches(".*tenfold\\.jar (check|run)\\b.*")) {
      return command;
    }
    String quick = command;
    Map<String, String> least =
        Map.of("-f", "2", "-wi", "1", "-i", "2", "-w", "10ms", "-r", "10ms");
    for (Map.Entry<String, String> option : least.entrySet()) {
      quick = quick.replaceFirst(" " + option.getKey() + " \\S+", "");
      quick =
          quick.replaceFirst(" (check|run)", " $1 " + option.getKey() + " " + option.getValue());
    }
    return quick.contains("--include")
        ? quick
        : quick.replaceFirst(" (check|run)", " $1 --include '*.ListSum.array'");
  }

  private static Set<String> pluginProperties() throws IOException {
    Path descriptor =
        Cli.PROJECT.resolve("harness/maven-plugin/target/classes/META-INF/maven/plugin.xml");
    return find("\\$\\{(tenfold\\.[A-Za-z.]+)}", Files.readString(descriptor));
  }

  private static Set<String> find(String regex, String text) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toSet());
  }
}

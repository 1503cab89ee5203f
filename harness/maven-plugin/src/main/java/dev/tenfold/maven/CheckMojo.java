package dev.tenfold.maven;

import dev.tenfold.check.Check;
import dev.tenfold.check.Request;
import dev.tenfold.check.Request.Against;
import dev.tenfold.check.Request.Manner;
import dev.tenfold.check.Request.Places;
import dev.tenfold.compare.Tolerance;
import dev.tenfold.config.Config;
import dev.tenfold.config.ConfigFile;
import dev.tenfold.config.Effort;
import dev.tenfold.config.JvmMode;
import dev.tenfold.config.Profile;
import dev.tenfold.config.Quantity;
import dev.tenfold.config.Suite;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.measure.Shard;
import dev.tenfold.report.Brief;
import dev.tenfold.report.TextTable;
import dev.tenfold.revision.Build;
import dev.tenfold.revision.Revisions;
import dev.tenfold.revision.Revisions.Built;
import dev.tenfold.run.Glob;
import dev.tenfold.run.InputException;
import dev.tenfold.store.Baselines;
import dev.tenfold.store.Builds;
import dev.tenfold.store.Home;
import dev.tenfold.store.Jars;
import dev.tenfold.terminal.Colour;
import dev.tenfold.terminal.Interruption;
import dev.tenfold.terminal.Progresses;
import dev.tenfold.terminal.Style;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Measures the benchmarks of this module, compares them with their base, and fails the build on a
 * regression. Bound to {@code verify}; the module's jar must hold JMH and all dependencies, as
 * JMH's archetype makes it.
 *
 * <pre>{@code
 * <plugin>
 *   <groupId>dev.tenfold</groupId>
 *   <artifactId>tenfold-maven-plugin</artifactId>
 *   <version>...</version>
 *   <executions>
 *     <execution>
 *       <goals><goal>check</goal></goals>
 *       <phase>verify</phase>
 *       <configuration>
 *         <suite>quick</suite>
 *       </configuration>
 *     </execution>
 *   </executions>
 * </plugin>
 * }</pre>
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractMojo {
  private static final int WIDTH = 120;
  private static final int NAMED = 5;
  private static final int MORE_FORKS = 10;

  @Parameter(defaultValue = "${project.artifactId}", readonly = true, required = true)
  private String artifactId;

  /** The benchmark jar that is judged. */
  @Parameter(
      property = "tenfold.jar",
      defaultValue = "${project.build.directory}/benchmarks.jar",
      required = true)
  private File jar;

  /** Configuration; without it, everything in the jar is measured under the standard policy. */
  @Parameter(property = "tenfold.config", defaultValue = "${project.basedir}/tenfold.yaml")
  private File config;

  /** Suite of the configuration; by default its first. Example: {@code -Dtenfold.suite=caching} */
  @Parameter(property = "tenfold.suite")
  private String suite;

  /**
   * What to compare with, a benchmark jar or a run file; by default the kept baseline of this
   * machine. Example: {@code -Dtenfold.base=old.jar}
   */
  @Parameter(property = "tenfold.base")
  private File base;

  /**
   * What to compare with: the commit where this branch left another, which is built beside the work
   * tree. Example: {@code -Dtenfold.baseRef=main}
   */
  @Parameter(property = "tenfold.baseRef")
  private String baseRef;

  /**
   * How that commit is built, at the top of the project; by default Maven's {@code package} of this
   * module. Example: {@code -Dtenfold.baseBuild='make jar'}
   */
  @Parameter(property = "tenfold.baseBuild")
  private String baseBuild;

  /**
   * Only benchmarks that match one of these patterns. Example: {@code
   * -Dtenfold.include='*.ReadMostly.*'}
   */
  @Parameter(property = "tenfold.include")
  private List<String> include;

  /** Forks of each benchmark on each side, in place of the suite's. Example: {@code 10} */
  @Parameter(property = "tenfold.forks")
  private Integer forks;

  /** Smallest change of a score that counts, for all benchmarks. Example: {@code 5%} */
  @Parameter(property = "tenfold.threshold")
  private String threshold;

  /**
   * In what base and head may differ and still be compared: forks, iterations, jvm-args, jvm,
   * machine. Example: {@code -Dtenfold.allow=jvm}
   */
  @Parameter(property = "tenfold.allow")
  private List<String> allow = List.of();

  /** Where the results go. */
  @Parameter(
      property = "tenfold.out",
      defaultValue = "${maven.multiModuleProjectDirectory}/reports/latest")
  private File out;

  /** Where kept runs lie. */
  @Parameter(
      property = "tenfold.baselines",
      defaultValue = "${maven.multiModuleProjectDirectory}/reports/baselines")
  private File baselines;

  /** Home of the JDK to measure in; by default the one that runs Maven. */
  @Parameter(property = "tenfold.java", defaultValue = "${java.home}")
  private File java;

  /** How much is spent: smoke, quick, standard or thorough; by default what the suite says. */
  @Parameter(property = "tenfold.profile")
  private String profile;

  /** Machine time for all forks together. Example: {@code -Dtenfold.budget=10m} */
  @Parameter(property = "tenfold.budget")
  private String budget;

  /** How the measured JVMs compile: calm or as-is; by default what the suite says. */
  @Parameter(property = "tenfold.jvm")
  private String jvm;

  /** How long a turn is, or off for whole forks; by default what the suite says. */
  @Parameter(property = "tenfold.turn")
  private String turn;

  /** Whether what runs the same code in base and head is spared the measuring. */
  @Parameter(property = "tenfold.identity", defaultValue = "true")
  private boolean identity;

  /** Fail if there is nothing to compare with. */
  @Parameter(property = "tenfold.requireBaseline", defaultValue = "false")
  private boolean requireBaseline;

  /** Colour of the table: auto, always or never. */
  @Parameter(property = "tenfold.color", defaultValue = "auto")
  private String color;

  /** Seed of the order of the benchmarks. */
  @Parameter(property = "tenfold.seed", defaultValue = "1")
  private long seed;

  /** Go on where the same build was cut off: nothing is measured twice. */
  @Parameter(property = "tenfold.resume", defaultValue = "false")
  private boolean resume;

  /** Measure forks again that other processes disturbed, within bounds. */
  @Parameter(property = "tenfold.repeat", defaultValue = "true")
  private boolean repeat;

  /**
   * Only one of several equal shares of the benchmarks, which {@code tenfold merge} joins. Example:
   * {@code -Dtenfold.shard=2/5}
   */
  @Parameter(property = "tenfold.shard")
  private String shard;

  /** Measure nothing and pass. */
  @Parameter(property = "tenfold.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${settings.localRepository}", readonly = true)
  private String localRepository;

  @Parameter(defaultValue = "${settings.offline}", readonly = true)
  private boolean offline;

  @Parameter(defaultValue = "${session.request.userSettingsFile}", readonly = true)
  private File userSettings;

  @Parameter(defaultValue = "${session.request.activeProfiles}", readonly = true)
  private List<String> profiles;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped: nothing was measured and nothing was judged (tenfold.skip).");
      return;
    }
    Verdict verdict;
    try {
      boolean terminal = System.console() != null;
      Style style = Style.of(Colour.of(color), System.getenv(), terminal);
      verdict = check(request(), terminal);
      StringBuilder table = new StringBuilder();
      new TextTable(style, WIDTH, false).write(verdict, table);
      table.toString().lines().forEach(line -> getLog().info(line));
    } catch (InputException | IOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
    if (verdict.status() != Status.PASS) {
      throw new MojoFailureException(
          "%s%nAll results are in %s. Look closer with:%n%s"
              .formatted(Brief.of(verdict), out, closer(verdict)));
    }
  }

  private Verdict check(Request request, boolean terminal) {
    String sentence =
        "Stopped. What was measured is in %s; go on with the same command and -Dtenfold.resume.";
    try (Interruption any = new Interruption(System.out, sentence.formatted(out))) {
      return Check.run(request, Progresses.of(System.out, terminal, WIDTH, System::nanoTime));
    }
  }

  /** The command that measures again, with more forks, what this build fails on. */
  private String closer(Verdict verdict) {
    Set<Outcome> failing = EnumSet.of(Outcome.REGRESSED, Outcome.FAILED);
    failing.addAll(verdict.policy().failOn());
    String methods =
        verdict.findings().stream()
            .filter(finding -> failing.contains(finding.outcome()))
            .sorted(Comparator.comparing(Finding::outcome))
            .map(finding -> finding.id().method())
            .distinct()
            .limit(NAMED)
            .collect(Collectors.joining(","));
    StringBuilder command =
        new StringBuilder(
            "mvn -pl :%s verify -Dtenfold.forks=%d".formatted(artifactId, MORE_FORKS));
    Map<String, Object> same = new LinkedHashMap<>();
    same.put("suite", suite);
    same.put("base", base);
    same.put("baseRef", baseRef);
    same.put("baseBuild", baseBuild);
    same.put("profile", profile);
    same.put("jvm", jvm);
    same.put("turn", turn);
    same.put("threshold", threshold);
    same.put("include", methods.isEmpty() ? null : methods);
    same.forEach(
        (name, value) -> {
          if (value != null) {
            command.append(" -Dtenfold.%s='%s'".formatted(name, value));
          }
        });
    return command.toString();
  }

  private Request request() {
    Path home = java.toPath();
    Config found = config.exists() ? ConfigFile.read(config.toPath(), home) : ConfigFile.none(home);
    Suite chosen = found.suite(Optional.ofNullable(suite));
    if (profile != null) {
      chosen = chosen.with(Profile.of(profile));
    }
    chosen = chosen.with(effort(chosen.effort()));
    if (forks != null && forks < 1) {
      throw new InputException("tenfold.forks is a number from 1 on, unlike %s.".formatted(forks));
    }
    if (forks != null) {
      chosen = chosen.withForks(forks);
    }
    if (include != null && !include.isEmpty()) {
      chosen = chosen.with(chosen.selection().including(include.stream().map(Glob::new).toList()));
    }
    // All that may be wrong with the parameters is said before minutes are spent on a build.
    Set<Tolerance> tolerated = allow.stream().map(Tolerance::of).collect(Collectors.toSet());
    return new Request(
        jar.toPath(),
        chosen,
        threshold == null ? found.policy() : found.policy().with(Quantity.fraction(threshold)),
        new Against(
            Optional.ofNullable(base).map(File::toPath),
            built(),
            requireBaseline || found.requireBaseline(),
            tolerated,
            identity),
        new Places(
            out.toPath(), new Baselines(baselines.toPath()), new Jars(Home.of(System.getenv()))),
        new Manner(seed, Optional.ofNullable(shard).map(Shard::of), resume, repeat));
  }

  private Effort effort(Effort from) {
    Effort effort = turn == null ? from : from.inTurnsOf(Quantity.turn(turn));
    effort = budget == null ? effort : effort.within(Quantity.duration(budget));
    return jvm == null ? effort : effort.in(JvmMode.of(jvm));
  }

  private Optional<Built> built() {
    if (baseRef == null) {
      if (baseBuild != null) {
        throw new InputException(
            "tenfold.baseBuild tells how to build what tenfold.baseRef names: give both.");
      }
      return Optional.empty();
    }
    if (base != null) {
      throw new InputException(
          "tenfold.base and tenfold.baseRef both name what to compare with: give one of them.");
    }
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Revisions revisions =
        new Revisions(
            new Builds(new Jars(Home.of(System.getenv()))),
            baseBuild == null ? sameMaven() : new Build.Shell(baseBuild),
            Revisions.PATIENCE,
            environment,
            getLog()::info);
    return Optional.of(revisions.jar(baseRef, jar.toPath()));
  }

  /** The Maven that runs now, told the same. */
  private Build sameMaven() {
    List<String> options = new ArrayList<>();
    options.add("-Dmaven.repo.local=" + localRepository);
    if (offline) {
      options.add("-o");
    }
    if (userSettings != null && userSettings.exists()) {
      options.addAll(List.of("-s", userSettings.getPath()));
    }
    if (profiles != null && !profiles.isEmpty()) {
      options.addAll(List.of("-P", String.join(",", profiles)));
    }
    Optional<Path> home = Optional.ofNullable(System.getProperty("maven.home")).map(Path::of);
    return new Build.Maven(home.filter(Files::isDirectory), options);
  }
}

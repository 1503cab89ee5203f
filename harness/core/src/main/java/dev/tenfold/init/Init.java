package dev.tenfold.init;

import dev.tenfold.init.Step.Deed;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that gives a project its gate: the stanza in the pom of the module that makes the benchmark
 * jar, a {@code tenfold.yaml} beside it, two workflows for GitHub, and a line in {@code
 * .gitignore}.
 *
 * @param steps one for each file, in the order in which they are taken
 * @param next the command to type then, in the directory of the project
 */
public record Init(List<Step> steps, String next) {
  private static final String IGNORED = "reports/latest/";

  /** What the shell takes as it stands, wherever it stands. */
  private static final String PLAIN = "[A-Za-z0-9._/-]*";

  public Init {
    steps = List.copyOf(steps);
  }

  /**
   * What there is to do; nothing is done yet.
   *
   * @param directory of a Maven project
   * @param module of it, relative to the directory; empty to find the one that makes the jar
   * @param version of Tenfold that the project gets
   * @param java release of the JDK with which the workflows build and measure
   * @throws InputException if this is no project that can be gated so
   */
  public static Init plan(Path directory, Optional<String> module, String version, int java) {
    Project project = Project.in(directory, module);
    Path workflows = project.top().resolve(".github/workflows");
    return new Init(
        List.of(
            stanza(project, version),
            made(project.module().resolve("tenfold.yaml"), Template.CONFIGURATION.text()),
            made(workflows.resolve("tenfold.yml"), filled(Template.GATE, project, version, java)),
            made(
                workflows.resolve("tenfold-comment.yml"),
                filled(Template.COMMENT, project, version, java)),
            ignored(project.directory().resolve(".gitignore"))),
        maven(project.directory(), project) + " verify");
  }

  /** Takes all steps. */
  public void carryOut() {
    steps.forEach(Step::take);
  }

  private static Step stanza(Project project, String version) {
    Pom pom = project.pom();
    if (pom.hasStanza()) {
      return Step.leave(pom.file(), "it has the plugin already");
    }
    String text = Stanza.of(version, project.jarMaker()).in(pom, pom.jarPart());
    return new Step(pom.file(), Deed.ADD, "the plugin that measures in the phase verify", text);
  }

  private static Step made(Path file, String content) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        ? Step.leave(file, "it is there already")
        : new Step(file, Deed.WRITE, "", content);
  }

  private static Step ignored(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Step(file, Deed.WRITE, "", IGNORED + "\n");
    }
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      if (text.lines().anyMatch(line -> line.strip().equals(IGNORED))) {
        return Step.leave(file, "it has " + IGNORED + " already");
      }
      String end = text.contains("\r\n") ? "\r\n" : "\n";
      String between = text.isEmpty() || text.endsWith("\n") ? "" : end;
      return new Step(file, Deed.ADD, IGNORED, text + between + IGNORED + end);
    } catch (IOException e) {
      throw new InputException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static String filled(Template template, Project project, String version, int java) {
    return template
        .text()
        .replace("@MAVEN@", maven(project.top(), project))
        .replace("@CONFIGURATION@", plain(project.top(), project.module().resolve("tenfold.yaml")))
        .replace("@SOURCES@", plain(project.top(), project.module().resolve("src/main/java")))
        .replace("@VERSION@", version)
        .replace("@JAVA@", Integer.toString(java));
  }

  /** How Maven is called for the module, from a directory at or above the project's. */
  private static String maven(Path from, Project project) {
    Path wrapper = project.directory().resolve("mvnw");
    StringBuilder command =
        new StringBuilder(Files.exists(wrapper) ? "sh " + plain(from, wrapper) : "mvn");
    if (!from.equals(project.directory())) {
      command.append(" --file ").append(plain(from, project.directory().resolve("pom.xml")));
    }
    if (!project.module().equals(project.directory())) {
      command
          .append(" --projects ")
          .append(plain(project.directory(), project.module()))
          .append(" --also-make");
    }
    return command.toString();
  }

  private static String plain(Path from, Path file) {
    String name = from.relativize(file).toString().replace('\\', '/');
    if (!name.matches(PLAIN) || name.startsWith("-")) {
      throw new InputException(
          "The name of %s has more than letters, digits, dots, dashes and slashes, and a workflow would have to hold it in a command. Write the workflow by hand; the README shows how."
              .formatted(file));
    }
    return name;
  }
}

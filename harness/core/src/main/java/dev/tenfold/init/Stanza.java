package dev.tenfold.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines that put the gate into a pom.
 *
 * @param version of the plugin
 * @param jar that is measured, as Maven would name it
 */
record Stanza(String version, String jar) {
  /** What the plugin measures if it is not told. */
  private static final String BY_DEFAULT = "${project.build.directory}/benchmarks.jar";

  /**
   * For the jar that a plugin makes.
   *
   * @param maker the shade or assembly plugin of the module or of a parent
   */
  static Stanza of(String version, Markup maker) {
    String file = maker.below("outputFile").map(Markup::content).orElse("");
    return new Stanza(
        version, file.isEmpty() ? "${project.build.directory}/" + name(maker) + ".jar" : file);
  }

  private static String name(Markup maker) {
    Optional<String> own = maker.below("finalName").map(Markup::content);
    String name = own.orElse("${project.build.finalName}");
    if (maker.said("artifactId").equals("maven-assembly-plugin")) {
      return isSaid(maker, "appendAssemblyId", "false")
          ? name
          : name + "-" + said(maker, "descriptorRef", "jar-with-dependencies");
    }
    return own.isEmpty() && isSaid(maker, "shadedArtifactAttached", "true")
        ? name + "-" + said(maker, "shadedClassifierName", "shaded")
        : name;
  }

  private static boolean isSaid(Markup maker, String name, String value) {
    return said(maker, name, "").equals(value);
  }

  private static String said(Markup maker, String name, String otherwise) {
    return maker.below(name).map(Markup::content).orElse(otherwise);
  }

  /**
   * The text of a pom with the stanza in it, behind the other plugins; what is missing around it is
   * made. All else stays as it is, and the new lines are indented and ended as the others are.
   *
   * @param part the project or the profile whose build it becomes part of
   */
  String in(Pom pom, Markup part) {
    Markup into = part;
    List<String> missing = new ArrayList<>(List.of("build", "plugins"));
    while (!missing.isEmpty() && into.child(missing.get(0)).isPresent()) {
      into = into.child(missing.remove(0)).orElseThrow();
    }
    String text = pom.text();
    String unit = pom.project().children().stream().findFirst().map(Markup::indentation).orElse("");
    String outer = into.indentation();
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    StringBuilder lines = new StringBuilder();
    for (String line : lines(missing)) {
      String indented = line.replace("\t", unit.isEmpty() ? "  " : unit);
      lines.append(outer).append(indented).append(end);
    }
    if (into.inside() == into.end()) { // One tag that is both begins and ends nothing yet.
      String tag = text.substring(into.start(), into.end()).replaceFirst("\\s*/>$", ">");
      return text.substring(0, into.start())
          + (tag + end + lines + outer + "</" + into.name() + ">")
          + text.substring(into.end());
    }
    int line = text.lastIndexOf('\n', into.close() - 1) + 1;
    return line > into.inside() && text.substring(line, into.close()).isBlank()
        ? text.substring(0, line) + lines + text.substring(line)
        : text.substring(0, into.close()) + end + lines + outer + text.substring(into.close());
  }

  /** Each with a tab for each level below the element into which they go. */
  private List<String> lines(List<String> missing) {
    List<String> lines = new ArrayList<>();
    String tabs = "\t";
    for (String element : missing) {
      lines.add(tabs + "<" + element + ">");
      tabs += "\t";
    }
    for (String line : Template.PLUGIN.text().replace("@VERSION@", version).split("\n")) {
      boolean isOfJar = line.contains("onfiguration>") || line.contains("@JAR@");
      if (!isOfJar || !jar.equals(BY_DEFAULT)) {
        lines.add(tabs + line.replace("@JAR@", jar));
      }
    }
    for (int i = missing.size() - 1; i >= 0; i--) {
      tabs = tabs.substring(1);
      lines.add(tabs + "</" + missing.get(i) + ">");
    }
    return lines;
  }
}

package dev.tenfold.init;

import dev.tenfold.run.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/**
 * A {@code pom.xml} as its author wrote it.
 *
 * @param file where it lies
 * @param project its root, which knows the text. Each byte is a letter there, so that a file in
 *     whatever encoding comes out again as it went in; what is added is ASCII.
 */
record Pom(Path file, Markup project) {
  private static final String PLUGIN = "tenfold-maven-plugin";

  /** What makes a jar with all dependencies. */
  private static final Set<String> JAR_MAKERS =
      Set.of("maven-shade-plugin", "maven-assembly-plugin");

  /**
   * Reads a file.
   *
   * @throws InputException if it is not a well-formed {@code project}
   */
  static Pom read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      demandXml(bytes);
      Markup root = Markup.root(new String(bytes, StandardCharsets.ISO_8859_1));
      if (!root.name().equals("project")) {
        throw new InputException(
            "%s is no pom: its root is %s, not project. Name the directory of a Maven project."
                .formatted(file, root.name()));
      }
      return new Pom(file, root);
    } catch (IOException | SAXException | IndexOutOfBoundsException e) {
      throw new InputException(
          "%s cannot be read as a pom: %s Mend it until mvn validate passes, and say tenfold init again."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static void demandXml(byte[] bytes) throws IOException, SAXException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null); // It would print.
      builder.parse(new ByteArrayInputStream(bytes));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The JDK's own parser knows these features.", e);
    }
  }

  String text() {
    return project.text();
  }

  /** The directories of the modules, also of those that only a profile has. */
  List<String> modules() {
    return Stream.concat(
            project.at("modules", "module"), project.at("profiles", "profile", "modules", "module"))
        .map(Markup::content)
        .toList();
  }

  /** Whether it names JMH among its dependencies. */
  boolean usesJmh() {
    return Stream.concat(
            project.at("dependencies", "dependency"),
            project.at("profiles", "profile", "dependencies", "dependency"))
        .anyMatch(
            dependency ->
                dependency.said("groupId").equals("org.openjdk.jmh")
                    && dependency.said("artifactId").equals("jmh-core"));
  }

  /** Whether the gate is in a build of it already. */
  boolean hasStanza() {
    return parts().flatMap(Pom::plugins).anyMatch(it -> it.said("artifactId").equals(PLUGIN));
  }

  /** The plugin that makes the jar with all dependencies. */
  Optional<Markup> jarMaker() {
    return parts().flatMap(Pom::plugins).filter(Pom::makesJar).findFirst();
  }

  /** The part whose build makes the jar: a profile if only that does, or else the project. */
  Markup jarPart() {
    return parts()
        .filter(part -> plugins(part).anyMatch(Pom::makesJar))
        .findFirst()
        .orElse(project);
  }

  private static boolean makesJar(Markup plugin) {
    return JAR_MAKERS.contains(plugin.said("artifactId"));
  }

  /** What may have a build. */
  private Stream<Markup> parts() {
    return Stream.concat(Stream.of(project), project.at("profiles", "profile"));
  }

  private static Stream<Markup> plugins(Markup part) {
    return part.at("build", "plugins", "plugin");
  }
}

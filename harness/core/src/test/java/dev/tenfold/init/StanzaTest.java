package dev.tenfold.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a pom. */
class StanzaTest {
  private static final Stanza STANZA =
      new Stanza("1.2", "${project.build.directory}/benchmarks.jar");

  @TempDir private Path directory;

  private Pom pom(String text) throws IOException {
    return Pom.read(Files.writeString(directory.resolve("pom.xml"), text));
  }

  private String with(String text) throws IOException {
    Pom pom = pom(text);
    String result = STANZA.in(pom, pom.jarPart());
    assertThat(pom(result).hasStanza()).as(result).isTrue();
    return result;
  }

  /** All lines of the one are in the other, in order. */
  private static void assertOnlyAdded(String before, String after) {
    List<String> lines = after.lines().toList();
    int next = 0;
    for (String line : before.lines().toList()) {
      int found = lines.subList(next, lines.size()).indexOf(line);
      assertThat(found).as("\"%s\" in %s", line, after).isNotNegative();
      next += found + 1;
    }
  }

  @Test
  void behindTheOtherPluginsAndInTheirIndentation() throws IOException {
    String before =
        """
        <?xml version="1.0"?>
        <!-- <build> in a comment is none -->
        <project xmlns="http://maven.apache.org/POM/4.0.0"
            a='>'>
            <packaging>jar</packaging>
            <build>
                <pluginManagement>
                    <plugins/>
                </pluginManagement>
                <plugins>
                    <plugin><artifactId>maven-shade-plugin</artifactId></plugin>
                    <!-- the last word -->
                </plugins>
            </build>
        </project>
        """;
    String after = with(before);
    assertThat(after)
        .isEqualTo(
            before.replace(
                "            <!-- the last word -->\n",
                """
                            <!-- the last word -->
                            <plugin>
                                <groupId>dev.tenfold</groupId>
                                <artifactId>tenfold-maven-plugin</artifactId>
                                <version>1.2</version>
                                <executions>
                                    <execution>
                                        <phase>verify</phase>
                                        <goals>
                                            <goal>check</goal>
                                        </goals>
                                    </execution>
                                </executions>
                            </plugin>
                """));
  }

  @Test
  void whatIsMissingAroundItIsMade() throws IOException {
    String none = "<project>\n  <packaging>jar</packaging>\n</project>\n";
    assertOnlyAdded(none, with(none));
    assertThat(with(none)).contains("\n  <build>\n    <plugins>\n      <plugin>\n");

    String build = "<project>\n  <build>\n    <finalName>x</finalName>\n  </build>\n</project>";
    assertOnlyAdded(build, with(build));
    assertThat(with(build)).contains("</finalName>\n    <plugins>\n      <plugin>\n");

    assertThat(with("<project>\n  <build/>\n</project>"))
        .contains("  <build>\n    <plugins>\n", "    </plugins>\n  </build>\n</project>");
    assertThat(with("<project><build><plugins /></build></project>"))
        .startsWith("<project><build><plugins>\n")
        .endsWith("\n</plugins></build></project>");
    assertThat(with("<project></project>")).endsWith("\n</project>");
  }

  @Test
  void tabsAndCarriageReturnsAreKept() throws IOException {
    String before =
        "<project>\r\n\t<build>\r\n\t\t<plugins>\r\n\t\t</plugins>\r\n\t</build>\r\n</project>\r\n";
    String after = with(before);
    assertOnlyAdded(before, after);
    assertThat(after.replace("\r\n", "")).doesNotContain("\n");
    assertThat(after).contains("\r\n\t\t\t<plugin>\r\n\t\t\t\t<groupId>dev.tenfold</groupId>\r\n");
  }

  @Test
  void bytesOfAnyEncodingAreKept() throws IOException {
    byte[] before =
        "<?xml version='1.0' encoding='ISO-8859-9'?>\n<project>\n  <name>\u011f\u0131</name>\n</project>\n"
            .getBytes("ISO-8859-9");
    Pom pom = Pom.read(Files.write(directory.resolve("pom.xml"), before));
    byte[] after = STANZA.in(pom, pom.jarPart()).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(new String(after, "ISO-8859-9")).contains("<name>\u011f\u0131</name>");
  }

  @Test
  void itGoesWhereTheJarIsMade() throws IOException {
    String profile =
        """
        <project>
          <build>
            <plugins>
            </plugins>
          </build>
          <profiles>
            <profile>
              <id>bench</id>
              <build>
                <plugins>
                  <plugin><artifactId>maven-assembly-plugin</artifactId></plugin>
                </plugins>
              </build>
            </profile>
          </profiles>
        </project>
        """;
    assertThat(with(profile)).contains("</plugin>\n          <plugin>\n            <groupId>dev");
  }

  @Test
  void aStanzaIsSeenWhereverItIs() throws IOException {
    String stanza =
        "<build><plugins><plugin><artifactId>tenfold-maven-plugin</artifactId></plugin></plugins></build>";
    assertThat(pom("<project>" + stanza + "</project>").hasStanza()).isTrue();
    assertThat(
            pom("<project><profiles><profile>" + stanza + "</profile></profiles></project>")
                .hasStanza())
        .isTrue();
    assertThat(pom("<project><!--" + stanza + "--></project>").hasStanza()).isFalse();
  }

  @Test
  void theJarIsTheOneThatThePluginMakes() throws IOException {
    assertThat(jar("maven-shade-plugin", "<finalName>${uber}</finalName>"))
        .endsWith("/${uber}.jar");
    assertThat(jar("maven-shade-plugin", "")).endsWith("/${project.build.finalName}.jar");
    assertThat(jar("maven-shade-plugin", "<outputFile>/x/y.jar</outputFile>"))
        .isEqualTo("/x/y.jar");
    assertThat(
            jar(
                "maven-shade-plugin",
                "<shadedArtifactAttached>true</shadedArtifactAttached><shadedClassifierName>all</shadedClassifierName>"))
        .endsWith("/${project.build.finalName}-all.jar");
    assertThat(
            jar(
                "maven-assembly-plugin",
                "<descriptorRefs><descriptorRef>jar-with-dependencies</descriptorRef></descriptorRefs>"))
        .endsWith("/${project.build.finalName}-jar-with-dependencies.jar");
    assertThat(
            jar(
                "maven-assembly-plugin",
                "<finalName>b</finalName><appendAssemblyId>false</appendAssemblyId>"))
        .endsWith("/b.jar");
  }

  private static String jar(String plugin, String configuration) {
    return Stanza.of(
            "1",
            Markup.root(
                "<plugin><artifactId>%s</artifactId><executions><execution><configuration>%s</configuration></execution></executions></plugin>"
                    .formatted(plugin, configuration)))
        .jar();
  }

  @Test
  void anotherJarIsNamed() throws IOException {
    Pom pom = pom("<project>\n  <name>x</name>\n</project>\n");
    assertThat(new Stanza("1", "target/x.jar").in(pom, pom.project()))
        .contains("<configuration>\n          <jar>target/x.jar</jar>\n");
    assertThat(STANZA.in(pom, pom.project())).doesNotContain("configuration");
  }
}

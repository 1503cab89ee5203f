package dev.tenfold.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentitiesTest {
  private static final List<String> BENCHMARKS =
      List.of(Fixture.MEASURE, Fixture.OTHER, Fixture.LOAD, Fixture.READ);

  @TempDir Path directory;

  static List<Mutation> mutations() {
    return Mutation.all();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void aChangeIsFeltByThoseThatReachItAndIsNamed(Mutation mutation) throws IOException {
    try (Identities identities =
        between(Fixture.standard().jar(), mutation.edit().apply(Fixture.standard()).jar())) {
      for (String benchmark : BENCHMARKS) {
        Identity identity = identities.of(benchmark, List.of());
        assertThat(identity.identical())
            .as(identity.explanation())
            .isEqualTo(!mutation.breaks().contains(benchmark));
        if (!identity.identical() && !benchmark.equals(Fixture.READ)) {
          assertThat(identity.changes())
              .as(identity.explanation())
              .anySatisfy(change -> assertThat(change.words()).contains(mutation.culprit()));
        }
      }
    }
  }

  @Test
  void theSameProgramPackedTwiceIsIdentical() throws IOException {
    Jar jar = Fixture.standard().jar();
    try (Identities identities = between(jar, jar)) {
      for (String benchmark : BENCHMARKS) {
        assertThat(identities.of(benchmark, List.of()).identical()).isTrue();
      }
      assertThat(identities.of(Fixture.MEASURE, List.of()).explanation())
          .matches("app.Bench.measure is identical in base and head. It reaches [0-9]+ classes.");
    }
  }

  @Test
  void theSameFileIsIdenticalWithoutALook() throws IOException {
    Path file = new Jar(Map.of("x", new byte[1])).write(directory, 1);
    try (Identities identities = Identities.between(file, file)) {
      Identity identity = identities.of("any.Bench.mark", List.of());
      assertThat(identity.identical()).isTrue();
      assertThat(identity.explanation()).contains("byte for byte");
    }
  }

  /** What a relative Class-Path names is not the same for two files that are. */
  @Test
  void aClassPathInTheManifestTurnsItOff() throws IOException {
    Jar jar =
        Fixture.standard()
            .replaced("META-INF/MANIFEST.MF", "Main-Class", "class-path: lib/x.jar\nMain-Class")
            .jar();
    Path file = jar.write(directory, 1);
    try (Identities identities = Identities.between(file, file)) {
      Identity identity = identities.of(Fixture.MEASURE, List.of());
      assertThat(identity.identical()).isFalse();
      assertThat(identity.explanation()).contains("has a Class-Path");
    }
  }

  @Test
  void aBenchmarkThatOneOfThemLacksIsMeasured() throws IOException {
    Jar less = Fixture.standard().jar();
    Jar more = Fixture.standard().withBenchmark("Dynamic", "hashCode").jar();
    try (Identities identities = between(less, more)) {
      assertThat(identities.of("app.Dynamic.hashCode", List.of()).explanation())
          .isEqualTo("app.Dynamic.hashCode must be measured. The base does not have it.");
    }
    try (Identities identities = between(more, less)) {
      assertThat(identities.of("app.Dynamic.hashCode", List.of()).explanation())
          .contains("The head does not have it.");
    }
  }

  @Test
  void aBenchmarkWithoutGeneratedCodeIsMeasured() throws IOException {
    Jar jar = Fixture.standard().jar().without("app/jmh_generated/Bench_measure_jmhTest.class");
    try (Identities identities = between(jar, jar)) {
      assertThat(identities.of(Fixture.MEASURE, List.of()).identical()).isFalse();
      assertThat(identities.of(Fixture.OTHER, List.of()).identical()).isTrue();
    }
  }

  @Test
  void aListInAnUnknownFormTurnsItOff() throws IOException {
    Jar jar = Fixture.standard().edited(Listing.LIST, list -> list + "JMH S 99 x\n").jar();
    try (Identities identities = between(jar, jar)) {
      assertThat(identities.of(Fixture.MEASURE, List.of()).explanation())
          .contains("META-INF/BenchmarkList of the base is not in the form");
    }
  }

  @Test
  void aClassThatIsNotUnderstoodMakesEveryByteCount() throws IOException {
    Jar jar = Fixture.standard().jar();
    byte[] ofLaterJava = jar.files().get("lib/Three.class").clone();
    ofLaterJava[7] = 120;
    jar = jar.with("lib/Three.class", ofLaterJava);
    try (Identities identities = between(jar, jar.with("README.md", "Other."))) {
      assertThat(identities.of(Fixture.MEASURE, List.of()).explanation())
          .contains("README.md differs", "lib.Three", "cannot be read as a class file");
      assertThat(identities.of(Fixture.OTHER, List.of()).identical()).isTrue();
    }
  }

  @Test
  void aClassThatAJvmArgumentNamesIsReached() throws IOException {
    Fixture base = Fixture.standard();
    Fixture head = base.replaced("app/Parts.java", "return 4;", "return 44;");
    List<String> arguments = List.of("-Xmx1g", "-Djmh.executor.class=app.Unreached");
    try (Identities identities = between(base.jar(), head.jar())) {
      assertThat(identities.of(Fixture.MEASURE, List.of("-Xmx1g")).identical()).isTrue();
      assertThat(identities.of(Fixture.MEASURE, arguments).explanation())
          .contains("app.Unreached differs");
    }
  }

  @Test
  void aClassThatTheBenchmarksOwnJvmArgumentsNameIsReached() throws IOException {
    Fixture base =
        Fixture.standard()
            .edited(
                Listing.LIST,
                list -> list.replaceAll("(S 7 measure .*)E ", "$1L 1 18 -Dx=app.Unreached "));
    Fixture head = base.replaced("app/Parts.java", "return 4;", "return 44;");
    try (Identities identities = between(base.jar(), head.jar())) {
      assertThat(identities.of(Fixture.OTHER, List.of()).identical()).isTrue();
      assertThat(identities.of(Fixture.MEASURE, List.of()).identical()).isFalse();
    }
  }

  @Test
  void aProviderThatTheJdkAsksForIsReachedByAll() throws IOException {
    Fixture base =
        Fixture.standard().with("META-INF/services/java.util.spi.SomeProvider", "app.Unreached");
    Fixture head = base.replaced("app/Parts.java", "return 4;", "return 44;");
    try (Identities identities = between(base.jar(), head.jar())) {
      assertThat(identities.of(Fixture.MEASURE, List.of()).explanation())
          .contains("app.Unreached differs");
    }
  }

  /** Jars often hold them, and only a compiler loads them. */
  @Test
  void anAnnotationProcessorIsReachedByNone() throws IOException {
    Fixture base =
        Fixture.standard()
            .with("META-INF/services/javax.annotation.processing.Processor", "app.Unreached");
    Fixture head = base.replaced("app/Parts.java", "return 4;", "return 44;");
    try (Identities identities = between(base.jar(), head.jar())) {
      assertThat(identities.of(Fixture.MEASURE, List.of()).identical()).isTrue();
    }
  }

  @Test
  void aClassThatIsGoneIsFelt() throws IOException {
    Jar base = Fixture.standard().jar();
    try (Identities identities = between(base, base.without("lib/Three.class"))) {
      assertThat(identities.of(Fixture.MEASURE, List.of()).explanation())
          .contains("lib.Three counts only in the base");
      assertThat(identities.of(Fixture.OTHER, List.of()).identical()).isTrue();
    }
  }

  @Test
  void onlyTheFirstOfManyDifferencesAreTold() throws IOException {
    Jar base = Fixture.standard().jar();
    Jar head = base;
    for (int i = 0; i < 20; i++) {
      head = head.with("extra/" + i, "x");
    }
    try (Identities identities = between(base, head)) {
      assertThat(identities.of(Fixture.MEASURE, List.of()).explanation())
          .contains("extra/0 counts only in the head", ", and 12 more. It reaches");
    }
  }

  @Test
  void whatIsNoJarIsRefusedByName() throws IOException {
    Path good = Fixture.standard().jar().write(directory, 1);
    Path bad = Files.writeString(directory.resolve("bad.jar"), "no zip");
    assertThatThrownBy(() -> Identities.between(good, bad))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bad.jar cannot be read as a jar");
  }

  private Identities between(Jar base, Jar head) throws IOException {
    return Identities.between(base.write(directory, 1), head.write(directory, 2));
  }

  @Test
  void aDocumentThatAParameterOrAnArgumentNamesCounts() throws IOException {
    Jar plain = Inline.benchmark("return 0;").jar().with("LICENSE.txt", "One.");
    Jar named =
        Inline.benchmark("return 0;")
            .and("@Param(\"LICENSE.txt\") public String file;")
            .jar()
            .with("LICENSE.txt", "One.");
    try (Identities identities = between(plain, plain.with("LICENSE.txt", "Two."))) {
      assertThat(identities.of(Inline.RUN, List.of()).identical()).isTrue();
      assertThat(identities.of(Inline.RUN, List.of("-Dtext=LICENSE.txt")).explanation())
          .contains("LICENSE.txt differs");
    }
    try (Identities identities = between(named, named.with("LICENSE.txt", "Two."))) {
      assertThat(identities.of(Inline.RUN, List.of()).explanation())
          .contains("LICENSE.txt differs");
    }
  }

  /** Signs that are part of a Java name and of no word in most languages. */
  @Test
  void aClassIsFoundWhateverLettersItsNameHas() throws IOException {
    String name = "Pr\u20acis\u0915\u093f";
    Map<String, String> sources =
        Map.of(
            "app/%s.java".formatted(name),
            "package app; public class %s { public int run() { return 1; } }".formatted(name),
            "app/jmh_generated/%s_jmhTest.java".formatted(name),
            "package app.jmh_generated; public class %s_jmhTest { int t() { return new app.%s().run(); } }"
                .formatted(name, name));
    String line = Fixture.line("app." + name, "app.jmh_generated." + name + "_jmhTest", "run");
    Map<String, String> changed = new TreeMap<>(sources);
    changed.computeIfPresent(
        "app/%s.java".formatted(name), (path, text) -> text.replace("return 1", "return 2"));
    Jar was = new Jar(Sources.compile(sources)).with(Listing.LIST, line + "\n");
    Jar is = new Jar(Sources.compile(changed)).with(Listing.LIST, line + "\n");
    try (Identities identities = between(was, is)) {
      assertThat(identities.of("app." + name + ".run", List.of()).identical()).isFalse();
    }
  }
}

package dev.tenfold.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tenfold.report.Sources.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final String TEXT =
      """
      package org.acme;

      public class Get {
        int miss(int depth) { return depth; }

        @Benchmark
        public int hit() {
          return miss(1);
        }

        @Benchmark
        @Fork(jvmArgs = {"-Xmx1g"})
        public java.util.Map<String, int[]> miss(
            State state) {
          return null;
        }

        public static class Inner {
          @Benchmark
          public void hit(Blackhole hole) {}
        }
      }
      """;

  @TempDir private Path top;

  @BeforeEach
  void write() throws IOException {
    Path file = top.resolve("bench/src/main/java/org/acme/Get.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, TEXT);
  }

  private java.util.Optional<Place> place(String method) {
    return Sources.in(top, List.of(top.resolve("other"), top.resolve("bench/src/main/java")))
        .place(Verdicts.id(method));
  }

  @Test
  void theLineIsThatOfTheDeclarationAndNotOfACall() {
    String file = "bench/src/main/java/org/acme/Get.java";
    assertThat(place("org.acme.Get.hit")).contains(new Place(file, 7));
    assertThat(place("org.acme.Get.miss")).contains(new Place(file, 13));
    assertThat(place("org.acme.Get.Inner.hit")).contains(new Place(file, 20));
  }

  @Test
  void whatIsNotThereHasNoPlace() {
    assertThat(place("org.acme.Get.gone")).isEmpty();
    assertThat(place("org.acme.Gone.hit")).isEmpty();
    assertThat(place("org.acme.Get.Outer.hit")).isEmpty();
    assertThat(place("hit")).isEmpty();
  }

  @Test
  void noNameLeadsOutOfTheSources() throws IOException {
    Files.writeString(top.resolve("Secret.java"), TEXT);
    Files.createSymbolicLink(
        top.resolve("bench/src/main/java/org/acme/Linked.java"), top.resolve("Secret.java"));
    assertThat(place("../../../../Secret.hit")).isEmpty();
    assertThat(place("org.acme.Linked.hit")).isEmpty();
    assertThat(Hostile.texts()).allSatisfy(name -> assertThat(place(name + ".hit")).isEmpty());
  }

  @Test
  void aFileOutsideOfTheCheckoutHasNoPathInIt() {
    Sources sources =
        Sources.in(top.resolve("elsewhere"), List.of(top.resolve("bench/src/main/java")));
    assertThat(sources.place(Verdicts.id("org.acme.Get.hit"))).isEmpty();
  }

  @Test
  void rootsAreFoundWhereBuildsHaveThemAndNowhereElse() throws IOException {
    for (String root :
        List.of(
            "src/jmh/java",
            "lib/src/test/java",
            "a/b/c/src/main/kotlin",
            ".hidden/src/main/java",
            "lib/target/src/main/java",
            "build/src/main/java",
            "web/node_modules/x/src/main/java",
            "a/b/c/d/e/f/g/src/main/java")) {
      Files.createDirectories(top.resolve(root));
    }
    Files.createSymbolicLink(top.resolve("linked"), top.resolve("bench"));
    assertThat(SourceRoots.below(top))
        .extracting(root -> top.relativize(root).toString())
        .containsExactly(
            "a/b/c/src/main/kotlin", "bench/src/main/java", "lib/src/test/java", "src/jmh/java");
  }

  @Test
  void placesAreCountedFromTheTopOfTheCheckout() throws IOException {
    Files.createDirectory(top.resolve(".git"));
    assertThat(Sources.below(top.resolve("bench")).place(Verdicts.id("org.acme.Get.hit")))
        .contains(new Place("bench/src/main/java/org/acme/Get.java", 7));
    Files.writeString(top.resolve("bench/tenfold.yaml"), "");
    assertThat(Sources.below(top.resolve("bench")).elsewhere())
        .isEqualTo(new Place("bench/tenfold.yaml", 1));
  }

  @Test
  void kotlinAndScalaAreReadToo() throws IOException {
    Path kotlin = Files.createDirectories(top.resolve("src/jmh/kotlin/k"));
    Files.writeString(
        kotlin.resolve("Get.kt"), "class Get {\n  @Benchmark\n  open fun hit(): Int = run(1)\n}\n");
    Path scala = Files.createDirectories(top.resolve("src/jmh/scala/s"));
    Files.writeString(
        scala.resolve("Get.scala"), "class Get {\n  @Benchmark\n  def hit: Int = miss()\n}\n");
    Sources sources = Sources.below(top);
    assertThat(sources.place(Verdicts.id("k.Get.hit")))
        .contains(new Place("src/jmh/kotlin/k/Get.kt", 3));
    assertThat(sources.place(Verdicts.id("s.Get.hit")))
        .contains(new Place("src/jmh/scala/s/Get.scala", 3));
    assertThat(sources.place(Verdicts.id("s.Get.miss"))).isEmpty();
  }

  @Test
  void aPathThatCannotBeShownIsNoPlace() throws IOException {
    Path file = top.resolve("a\n::error::b/src/main/java/p/C.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "@Benchmark int m() {}\n");
    assertThat(Sources.below(top).place(Verdicts.id("p.C.m"))).isEmpty();
  }

  @Test
  void aLongLineIsReadInNoTime() throws IOException {
    Path file = top.resolve("bench/src/main/java/org/acme/Long.java");
    Files.writeString(file, "@Benchmark " + "a<".repeat(100_000));
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(place("org.acme.Long.hit")).isEmpty());
  }
}

package dev.tenfold.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.github.Sources.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertThat(Verdicts.HOSTILE).allSatisfy(name -> assertThat(place(name + ".hit")).isEmpty());
  }

  @Test
  void aFileOutsideOfTheCheckoutHasNoPathInIt() {
    Sources sources =
        Sources.in(top.resolve("elsewhere"), List.of(top.resolve("bench/src/main/java")));
    assertThat(sources.place(Verdicts.id("org.acme.Get.hit"))).isEmpty();
  }
}

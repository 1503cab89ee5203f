package dev.tenfold.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
  @TempDir private Path directory;

  private String command(Optional<Path> maven, String jar) {
    return String.join(
        " ",
        new Build.Maven(maven, List.of())
            .command(directory.resolve("head"), Path.of(jar), directory.resolve("base")));
  }

  private void pom(String where) throws IOException {
    Path pom = directory.resolve(where).resolve("pom.xml");
    Files.createDirectories(pom.getParent());
    Files.writeString(pom, "<project/>");
  }

  @Test
  void aSingleModuleIsBuiltWhole() throws IOException {
    pom("head");
    pom("base");
    assertThat(command(Optional.empty(), "target/benchmarks.jar"))
        .isEqualTo("mvn -B -ntp -q -f pom.xml -DskipTests -Dtenfold.skip package");
  }

  @Test
  void aModuleDeepInAProjectThatIsNotAtTheTopIsNamedFromItsRoot() throws IOException {
    for (String tree : List.of("head/java/", "base/java/")) {
      pom(tree);
      pom(tree + "perf/benches");
    }
    assertThat(command(Optional.of(Path.of("/maven")), "java/perf/benches/target/b.jar"))
        .isEqualTo(
            "/maven/bin/mvn -B -ntp -q -f java/pom.xml -DskipTests -Dtenfold.skip -pl perf/benches -am package");
  }

  @Test
  void withoutAPomTheUserSaysHow() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> command(Optional.empty(), "build/libs/jmh.jar"))
        .withMessageContainingAll("There is no pom.xml", "build/libs/jmh.jar", "--base-build");
  }

  @Test
  void benchmarksThatCameLaterHaveNoBase() throws IOException {
    pom("head");
    pom("head/benches");
    pom("base");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> command(Optional.empty(), "benches/target/benchmarks.jar"))
        .withMessageContainingAll("The base has no benches/pom.xml", "Leave out --base-ref");
  }
}

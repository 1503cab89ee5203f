package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files may be called what people call them. */
class PlacesIT {

  @Test
  void everyPathMayHoldSpacesAndUmlauts(@TempDir Path parent) throws IOException {
    assumeThat(Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode('ä'))
        .as("names of files can hold umlauts here")
        .isTrue();
    Path directory = Files.createDirectory(parent.resolve("Größe & Maß"));
    FixtureJar.copy(directory.resolve("mein Prüfling.jar"));
    Files.writeString(
        directory.resolve("meine Wünsche.yaml"),
        "suites:\n  first:\n    include: ['*.Steady.loop']\n    forks: 1\n");

    Cli.in(directory)
        .run(
            "check",
            "--config",
            "meine Wünsche.yaml",
            "--out",
            "Ergebnisse für heute",
            "--baselines",
            "alte Läufe",
            "mein Prüfling.jar")
        .exits(0)
        .says("This run was kept as the baseline, in alte Läufe");

    assertThat(directory.resolve("Ergebnisse für heute/run.json")).isNotEmptyFile();
    Cli.in(directory)
        .run("baseline", "list", "--baselines", "alte Läufe")
        .exits(0)
        .says("first-0001.json", "in the local store");
  }
}

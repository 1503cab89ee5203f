package dev.tenfold.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.config.Effort;
import dev.tenfold.judge.Policy;
import dev.tenfold.terminal.Style;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people and programs are told of a calibration. */
@Tag("slow")
class CalibrationReportTest {
  private static final Calibration CALIBRATION =
      Replay.of(
          Synthetic.recordings(12, 0.03, 1),
          new Design(
              40, 10, 2, List.of(0.0, 0.1), Effort.STANDARD, Optional.of(Duration.ofSeconds(3)), 1),
          Policy.standard().with(0.04),
          progress -> {});

  @Test
  void theTextTellsRatesRuleAndSource() throws IOException {
    StringBuilder text = new StringBuilder();
    new CalibrationText(CALIBRATION, Style.PLAIN).write(text);
    Step quiet = CALIBRATION.steps().get(0);
    Step slowed = CALIBRATION.steps().get(1);
    assertThat(text.toString())
        .startsWith("Replay: " + Percent.brief(quiet.alarms()) + " of suites of 10 in which")
        .contains("10 % slower is found in " + Percent.brief(slowed.found()) + ".")
        .contains(Percent.of(quiet.alarms()), Percent.of(slowed.found()))
        .contains("4 forks a side", "4, then 8, then 16 fresh ones", " min")
        .contains("by at least 4 %.", "1 file with 12 benchmarks and 50 forks of each", "seed 1")
        .endsWith("\n");
    assertThat(text.toString().lines().filter(line -> line.contains("10 %  "))).hasSize(2);
  }

  @Test
  void theJsonTellsAllOfIt() {
    JsonNode root = JsonMapper.builder().build().readTree(CalibrationJson.of(CALIBRATION));
    assertThat(root.path("tenfold-calibration").asInt()).isEqualTo(1);
    assertThat(root.path("design").path("suites").asInt()).isEqualTo(40);
    assertThat(root.path("slowdowns").size()).isEqualTo(2);
    JsonNode found = root.path("slowdowns").path(1).path("slowed").path("REGRESSED");
    Proportion expected = CALIBRATION.steps().get(1).found();
    assertThat(found.path("count").asLong()).isEqualTo(expected.count());
    assertThat(found.path("of").asLong()).isEqualTo(80);
    assertThat(found.path("interval").path(1).asDouble()).isEqualTo(expected.interval().high());
    assertThat(root.path("benchmarks").size()).isEqualTo(12);
    assertThat(root.path("benchmarks").path(11).path("smallestVisible").asDouble())
        .isGreaterThanOrEqualTo(root.path("benchmarks").path(0).path("smallestVisible").asDouble());
  }
}

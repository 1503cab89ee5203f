package dev.tenfold.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.report.Sources;
import dev.tenfold.report.Sources.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeTest {
  private static final Sources NOWHERE = Sources.in(Path.of(""), List.of());

  @Test
  void aCommandIsOneLineWhateverItHolds() {
    Notice notice =
        new Notice(
            true,
            Optional.of(new Place("a,b:c%\n.java", 7)),
            "t:i,t%le\r",
            "100 % of a\r\n::b::, c");
    assertThat(notice.command())
        .isEqualTo(
            "::error file=a%2Cb%3Ac%25%0A.java,line=7,title=t%3Ai%2Ct%25le%0D::100 %25 of a%0D%0A::b::, c");
  }

  @Test
  void whatRegressedIsAFailureAndWhatCouldNotBeJudgedAWarning() {
    Judged judged =
        Verdicts.judged(
            Status.REGRESSION,
            Verdicts.finding(Outcome.REGRESSED, Verdicts.id("a.B.c"), "Slower."),
            Verdicts.finding(Outcome.FAILED, Verdicts.id("a.B.d"), "It threw."),
            Verdicts.finding(Outcome.INCOMPARABLE, Verdicts.id("a.B.e"), "Other units."),
            Verdicts.finding(Outcome.IMPROVED, Verdicts.id("a.B.f"), "Faster."),
            Verdicts.finding(Outcome.ADDED, Verdicts.id("a.B.g"), "New."));
    assertThat(judged.workflowCommands(NOWHERE))
        .containsExactly(
            "::error title=Tenfold%2C suite quick::REGRESSED B.c: Slower.",
            "::warning title=Tenfold%2C suite quick::FAILED B.d: It threw.",
            "::warning title=Tenfold%2C suite quick::INCOMPARABLE B.e: Other units.");
  }
}

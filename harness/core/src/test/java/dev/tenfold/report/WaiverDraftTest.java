package dev.tenfold.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenfold.config.ConfigFile;
import dev.tenfold.judge.Ceiling;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Subject;
import dev.tenfold.judge.Verdict;
import dev.tenfold.judge.Waiver;
import dev.tenfold.run.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaiverDraftTest {
  @TempDir private Path directory;

  private static String draft(Verdict verdict) {
    return WaiverDraft.of(verdict, Row.inOrder(verdict)).orElseThrow();
  }

  private List<Waiver> pasted(String draft) throws IOException {
    Path file = directory.resolve("tenfold.yaml");
    Files.writeString(file, draft);
    return ConfigFile.read(file, directory).policy().clauses().waivers();
  }

  private static String filled(String draft) {
    return draft
        .replaceAll("issue: .*", "issue: https://example.org/7")
        .replaceAll("reason: .*", "reason: It checks more.");
  }

  @Test
  void filledInItIsAConfigurationThatLetsJustThatPass() throws IOException {
    Verdict verdict = Verdicts.full();
    List<Finding> worse =
        Row.inOrder(verdict).stream()
            .map(Row::finding)
            .filter(finding -> finding.outcome() == Outcome.REGRESSED)
            .toList();
    List<Waiver> waivers = pasted(filled(draft(verdict)));
    assertThat(waivers).hasSameSizeAs(worse);
    for (int i = 0; i < worse.size(); i++) {
      Waiver waiver = waivers.get(i);
      assertThat(waiver.subject()).isEqualTo(worse.get(i).subject());
      assertThat(waiver.until()).isEqualTo(LocalDate.of(2026, 3, 5));
      Finding own = worse.get(i);
      assertThat(verdict.findings().stream().map(Finding::id).distinct())
          .filteredOn(waiver.benchmarks()::matches)
          .containsExactly(own.id());
    }
    assertThat(waivers)
        .extracting(Waiver::ceiling)
        .contains(Optional.of(new Ceiling(25, true)), Optional.of(new Ceiling(0.15, false)))
        .contains(Optional.empty());
  }

  @Test
  void asItIsItIsRefused() {
    String draft = draft(Verdicts.full());
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> pasted(draft))
        .withMessageContaining("line 6: the value is missing");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> pasted(draft.replaceAll("issue: .*", "issue: https://example.org/7")))
        .withMessageContaining("line 7: the value is missing");
  }

  @Test
  void ofAWholeSuiteThatGotWorseThereAreFew() throws IOException {
    List<Finding> findings =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    Verdicts.ratio(
                        Outcome.REGRESSED, Verdicts.id("a.B.c" + i), Verdicts.NS, 100, 120, 0.01))
            .toList();
    assertThat(pasted(filled(draft(Verdicts.verdict(Status.REGRESSION, findings))))).hasSize(5);
  }

  @Test
  void whatGotManyTimesSlowerIsNotToBeWaived() {
    Finding slow =
        Verdicts.ratio(Outcome.REGRESSED, Verdicts.id("a.B.c"), Verdicts.NS, 100, 2000, 0.01);
    Verdict verdict = Verdicts.verdict(Status.REGRESSION, List.of(slow));
    assertThat(slow.subject()).isEqualTo(Subject.SCORE);
    assertThat(WaiverDraft.of(verdict, Row.inOrder(verdict))).isEmpty();
  }

  @Test
  void aNameCannotLeaveItsQuotes() throws IOException {
    Finding finding =
        Verdicts.ratio(Outcome.REGRESSED, Verdicts.hostile(), Verdicts.NS, 100, 120, 0.01);
    List<Waiver> waivers =
        pasted(filled(draft(Verdicts.verdict(Status.REGRESSION, List.of(finding)))));
    assertThat(waivers).hasSize(1);
    assertThat(waivers.get(0).benchmarks().matches(finding.id())).isTrue();
  }
}

package dev.tenfold.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets regressions pass for which a waiver holds, and says of each other waiver why it does not.
 */
final class Waivers {
  private final List<Waiver> waivers;
  private final LocalDate today;
  private final List<String> notes = new ArrayList<>();

  /**
   * Some waivers.
   *
   * @param today when the head was measured, so that a verdict that is reached again later is the
   *     same
   */
  Waivers(List<Waiver> waivers, LocalDate today) {
    this.waivers = waivers;
    this.today = today;
  }

  List<Finding> applied(List<Finding> findings) {
    for (Waiver waiver : waivers) {
      List<Finding> matched = findings.stream().filter(waiver::isFor).toList();
      boolean needed = matched.stream().anyMatch(each -> each.outcome() == Outcome.REGRESSED);
      if (waiver.until().isBefore(today)) {
        notes.add("The waiver for the %s expired on %s.".formatted(waiver, waiver.until()));
      } else if (!matched.isEmpty() && !needed) {
        notes.add(
            "The waiver for the %s (%s) is not needed any more: nothing that it is for regressed. Remove it."
                .formatted(waiver, waiver.issue()));
      }
    }
    return findings.stream().map(this::applied).toList();
  }

  private Finding applied(Finding finding) {
    if (finding.outcome() != Outcome.REGRESSED) {
      return finding;
    }
    Optional<Waiver> holding =
        waivers.stream()
            .filter(waiver -> waiver.isFor(finding) && !waiver.until().isBefore(today))
            .findFirst();
    if (holding.isEmpty()) {
      return finding;
    }
    Waiver waiver = holding.get();
    if (!waiver.covers(finding)) {
      return because(
          finding,
          Outcome.REGRESSED,
          "beyond the ceiling of %s of its waiver (%s)"
              .formatted(waiver.ceiling().orElseThrow(), waiver.issue()));
    }
    return because(
        finding,
        Outcome.WAIVED,
        "waived until %s (%s): %s".formatted(waiver.until(), waiver.issue(), waiver.reason()));
  }

  private static Finding because(Finding finding, Outcome outcome, String clause) {
    String sentence = finding.because().replaceFirst("\\.$", "") + "; " + clause;
    String ended = sentence.endsWith(".") ? sentence : sentence + ".";
    return new Finding(finding.id(), finding.subject(), outcome, ended, finding.evidence());
  }

  /** What a reader should know of waivers that did not hold or were not needed. */
  List<String> notes() {
    return List.copyOf(notes);
  }
}

package dev.tenfold.judge;

import dev.tenfold.run.Glob;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A regression that is let pass for a time, up to a size.
 *
 * @param benchmarks which ones
 * @param subject of what of them
 * @param ceiling the largest loss that is let pass; empty where a loss has no size, of growth and
 *     budgets
 * @param until the last day on which it holds, in UTC
 * @param issue where it is followed up
 * @param reason for people
 */
public record Waiver(
    Glob benchmarks,
    Subject subject,
    Optional<Ceiling> ceiling,
    LocalDate until,
    URI issue,
    String reason) {

  boolean isFor(Finding finding) {
    return finding.subject() == subject && benchmarks.matches(finding.id());
  }

  /** Whether the loss is no larger than what is let pass. */
  boolean covers(Finding finding) {
    return ceiling.isEmpty()
        || finding.evidence().isEmpty()
        || ceiling.get().covers(finding.evidence().get());
  }

  @Override
  public String toString() {
    return "%s of %s".formatted(subject, benchmarks.text());
  }
}

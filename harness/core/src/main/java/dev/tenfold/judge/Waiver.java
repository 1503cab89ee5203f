package dev.tenfold.judge;

import dev.tenfold.run.Glob;
import java.net.URI;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A regression that is let pass for a time, up to a size.
 *
 * @param benchmarks which ones
 * @param subject of what of them
 * @param ceiling the largest loss that is let pass, as a fraction: 0.15 lets a time rise, and a
 *     throughput fall, by 15 %; empty where a loss has no size, of growth and budgets
 * @param until the last day on which it holds, in UTC
 * @param issue where it is followed up
 * @param reason for people
 */
public record Waiver(
    Glob benchmarks,
    Subject subject,
    OptionalDouble ceiling,
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
        || loss(finding.evidence().get()) <= ceiling.getAsDouble();
  }

  /** The size of a loss as a fraction; infinite where the base is nothing. */
  static double loss(Finding.Evidence evidence) {
    return switch (evidence.difference().scale()) {
      case LOG_RATIO -> Math.abs(evidence.change());
      case DIFFERENCE ->
          evidence.base() == 0
              ? Double.POSITIVE_INFINITY
              : Math.abs(evidence.change() / evidence.base());
    };
  }

  @Override
  public String toString() {
    return "%s of %s".formatted(subject, benchmarks.text());
  }
}

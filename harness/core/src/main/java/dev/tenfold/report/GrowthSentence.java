package dev.tenfold.report;

import dev.tenfold.growth.Fit;
import dev.tenfold.growth.Growth;
import java.util.function.UnaryOperator;

/** How a benchmark grows, in a sentence. */
final class GrowthSentence {
  private GrowthSentence() {}

  /**
   * The sentence.
   *
   * @param quote makes text from elsewhere harmless in the document
   */
  static String of(Growth growth, UnaryOperator<String> quote) {
    Fit head = growth.head();
    String before =
        growth
            .base()
            .map(fit -> fit.order() == head.order() ? ", as before" : ", before as " + said(fit))
            .orElse("");
    return "%s grows as %s with %s from %s to %s%s."
        .formatted(
            quote.apply(growth.family().shortName()),
            said(head),
            quote.apply(growth.param()),
            Figures.exact(growth.sizes().get(0)),
            Figures.exact(growth.sizes().get(growth.sizes().size() - 1)),
            before);
  }

  private static String said(Fit fit) {
    return "%s (%s sure, else %s)"
        .formatted(fit.order().text(), Figures.share(fit.confidence()), fit.runnerUp().text());
  }
}

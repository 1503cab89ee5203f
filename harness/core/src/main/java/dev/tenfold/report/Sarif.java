package dev.tenfold.report;

import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Verdict;
import dev.tenfold.report.Row.Cells;
import dev.tenfold.report.Sources.Place;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A verdict for code scanning (SARIF 2.1.0, OASIS 2020): what has to be read and is no gain, each
 * at the line that declares its benchmark. What has no such line stands at the first of the file
 * that configures the benchmarks, because code scanning refuses a result without a place.
 *
 * @param sources in which benchmarks are looked for
 */
public record Sarif(Sources sources) implements Document {
  /** The name by which the user asks for it. */
  public static final String FORMAT = "sarif";

  /** The name of the file in which it is looked for. */
  public static final String FILE_NAME = "verdict.sarif";

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  /** What paths are relative to; where that lies is the reader's to know. */
  private static final String TOP = "%SRCROOT%";

  private static final int LONGEST = 1000;

  private static final Map<Outcome, String> RULES =
      new EnumMap<>(
          Map.of(
              Outcome.REGRESSED, "The head is worse than the base, by the threshold and surely.",
              Outcome.FAILED, "The benchmark was expected and not measured.",
              Outcome.INCOMPARABLE, "Base and head were measured in different ways.",
              Outcome.WAIVED, "The head is worse than the base, and a waiver lets it pass.",
              Outcome.INCONCLUSIVE, "Neither a change nor its absence is sure.",
              Outcome.REMOVED, "The benchmark is in the base alone.",
              Outcome.ADDED, "The benchmark is in the head alone."));

  @Override
  public void write(Verdict verdict, Appendable to) throws IOException {
    ObjectNode root = JsonFile.root();
    root.put("$schema", SCHEMA);
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Tenfold");
    ArrayNode rules = driver.putArray("rules");
    RULES.forEach((outcome, sentence) -> rule(outcome, sentence, rules.addObject()));
    run.putObject("originalUriBaseIds")
        .putObject(TOP)
        .putObject("description")
        .put("text", "The top of the checkout.");
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    Row.inOrder(verdict).stream()
        .filter(row -> row.isToBeRead(verdict.policy()) && RULES.containsKey(row.outcome()))
        .forEach(row -> result(row, verdict.policy(), results.addObject()));
    JsonFile.write(root, to);
  }

  private static String id(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static void rule(Outcome outcome, String sentence, ObjectNode to) {
    to.put("id", id(outcome));
    to.putObject("shortDescription").put("text", sentence);
    to.putObject("fullDescription").put("text", sentence);
    to.putObject("help")
        .put("text", "report.html, beside this file, shows the measurements; README.md explains.");
  }

  private void result(Row row, Policy policy, ObjectNode to) {
    to.put("ruleId", id(row.outcome()));
    to.put("level", level(row.outcome(), policy));
    to.putObject("message").put("text", message(row));
    BenchmarkId benchmark = row.finding().id();
    Place place = sources.place(benchmark).orElseGet(sources::elsewhere);
    ObjectNode physical = to.putArray("locations").addObject().putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(place.file())).put("uriBaseId", TOP);
    physical.putObject("region").put("startLine", place.line());
    // Code scanning knows a finding again by this name alone, and would else hash the line, on
    // which
    // all parameters of a benchmark stand.
    to.putObject("partialFingerprints").put("primaryLocationLineHash", fingerprint(row.finding()));
  }

  private static String level(Outcome outcome, Policy policy) {
    return switch (outcome) {
      case REGRESSED, FAILED -> "error";
      case INCOMPARABLE, INCONCLUSIVE -> policy.failOn().contains(outcome) ? "error" : "warning";
      default -> policy.failOn().contains(outcome) ? "error" : "note";
    };
  }

  /** In messages of SARIF, braces hold arguments and brackets before a parenthesis make a link. */
  private static String message(Row row) {
    String change = row.cells().map(cells -> change(row, cells)).orElse("");
    return Visible.of(row.label(name -> name) + ": " + change + row.finding().because(), LONGEST)
        .replace('{', '(')
        .replace('}', ')')
        .replace("](", "] (");
  }

  private static String change(Row row, Cells cells) {
    return "%s %s, from %s to %s%s. "
        .formatted(row.meaning(), cells.change(), cells.base(), cells.head(), cells.unit())
        .stripLeading();
  }

  /** A path as a relative reference (RFC 3986), of which no part can be taken for a scheme. */
  private static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || "/-._~".indexOf(b) >= 0;
      uri.append(
          plain ? String.valueOf((char) b) : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
    }
    return uri.toString();
  }

  /** The same for the same benchmark and metric, wherever it stands and whatever was measured. */
  private static String fingerprint(Finding finding) {
    String metric =
        finding.evidence().map(evidence -> evidence.difference().metric().name()).orElse("");
    String identity = String.join("\n", finding.id().text(), finding.subject().name(), metric);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(identity.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256.", e);
    }
  }
}

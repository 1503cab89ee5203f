package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a real check, in the hands of somebody who reads it. */
class BrowserIT {
  @TempDir private static Path directory;
  private static Path report;
  private static Browser browser;

  @BeforeAll
  static void measure() throws IOException {
    Files.writeString(
        directory.resolve("tenfold.yaml"), "suites: {little: {forks: 3, confirm-forks: 2}}\n");
    browser = Browser.open(directory.resolve("profile"));
    FixtureJar.copy(directory.resolve("base.jar"));
    FixtureJar.growing(directory.resolve("head.jar"));
    Cli.in(directory)
        .run(
            "check",
            "--no-identity",
            "--base",
            "base.jar",
            "--include",
            "*.Steady.loop",
            "--include",
            "*.Grown.*",
            "head.jar")
        .exits(2);
    report = directory.resolve("reports/latest/report.html");
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void show() {
    browser.render(1280, 900, "light");
    browser.show(report);
  }

  private List<WebElement> all(String selector) {
    return browser.driver().findElements(By.cssSelector(selector));
  }

  private WebElement the(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  private List<String> shown(String selector) {
    return all(selector).stream().filter(WebElement::isDisplayed).map(WebElement::getText).toList();
  }

  private static List<String> reversed(List<String> list) {
    List<String> other = new ArrayList<>(list);
    Collections.reverse(other);
    return other;
  }

  @Test
  void itAsksNothingOfTheNetworkAndComplainsOfNothing() {
    all("details summary").get(0).click();
    the("#text").sendKeys("loop");
    the("#save").click();
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isEmpty();
    assertThat(shown("h1").get(0)).contains("Regression: ");
  }

  @Test
  void itsPolicyLetsNoOtherScriptOrStyleIn() {
    Object ran =
        browser
            .driver()
            .executeScript(
                """
                const script = document.createElement('script');
                script.textContent = 'window.ran = true';
                document.body.append(script);
                const style = document.createElement('style');
                style.textContent = 'h1 { display: none }';
                document.body.append(style);
                return window.ran === true || getComputedStyle(document.querySelector('h1')).display === 'none';
                """);
    assertThat(ran).isEqualTo(false);
    assertThat(browser.complaints())
        .hasSize(2)
        .allMatch(c -> c.contains("Content Security Policy"));
  }

  @Test
  void rowsAreSortedByAnyColumnWithTheKeyboard() {
    List<String> before = shown("#table tbody th");
    WebElement name = the("#table thead th button");
    name.sendKeys(Keys.ENTER);
    List<String> ascending = shown("#table tbody th");
    assertThat(ascending).isSorted().hasSameSizeAs(before);
    assertThat(the("#table thead th").getAttribute("aria-sort")).isEqualTo("ascending");
    name.sendKeys(Keys.SPACE);
    assertThat(shown("#table tbody th")).isEqualTo(reversed(ascending));
    all("#table thead button").get(1).click();
    assertThat(shown("#table tbody th")).isEqualTo(before);
    assertThat(all("#table thead [aria-sort]")).hasSize(1);
  }

  @Test
  void rowsAndBenchmarksAreFilteredByTextAndByOutcome() {
    int findings = all("#table tbody tr").size();
    the("#text").sendKeys("STEADY.LOOP");
    assertThat(shown("#table tbody th")).isNotEmpty().allMatch(name -> name.contains("loop"));
    assertThat(shown("details h3")).containsExactly("Steady.loop");
    assertThat(the("#shown").getText()).endsWith("of " + findings + " findings.");
    the("#text").clear();
    the("#text").sendKeys(" ");
    assertThat(shown("#table tbody tr")).hasSize(findings);
    the("input[value=regressed]").click();
    assertThat(shown("#table tbody .outcome")).noneMatch(outcome -> outcome.contains("REGRESSED"));
    the("input[value=regressed]").sendKeys(Keys.SPACE);
    assertThat(shown("#table tbody tr")).hasSize(findings);
  }

  @Test
  void aRowOpensItsBenchmark() {
    assertThat(shown("details .body")).isEmpty();
    WebElement link = the("#table tbody a");
    String name = link.getText();
    link.sendKeys(Keys.ENTER);
    Eventually.holds("it is open", () -> shown("details .body").size() == 1);
    assertThat(name).startsWith(shown("details[open] h3").get(0));
    WebElement focused = browser.driver().switchTo().activeElement();
    assertThat(focused.getTagName()).isEqualTo("summary");
    focused.sendKeys(Keys.ENTER);
    assertThat(shown("details .body")).isEmpty();
    the("#open-all").click();
    assertThat(shown("details .body")).hasSize(all("details").size());
    assertThat(all("details circle.pair")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"light, 1280, light", "dark, 1280, dark", "phone, 360, light"})
  void itIsPhotographedForThoseWhoLook(String name, int width, String scheme) throws Exception {
    browser.render(width, 900, scheme);
    browser.photograph(name);
    WebElement link = the("#table tbody a");
    link.sendKeys(Keys.ENTER);
    Eventually.holds("it is open", () -> shown("details .body").size() == 1);
    browser.photograph(name + "-opened");
  }

  @Test
  void whoGoesByKeyboardSeesWhereHeIs() {
    WebElement body = the("body");
    body.sendKeys(Keys.TAB);
    for (int i = 0; i < 30 && !focused().getTagName().equals("summary"); i++) {
      assertThat(outline()).as("outline of " + focused().getText()).isNotIn("none", "");
      focused().sendKeys(Keys.TAB);
    }
    the("details summary").sendKeys(Keys.ENTER);
    assertThat(shown("details .body")).hasSize(1);
    assertThat(outline()).isNotIn("none", "");
  }

  private static WebElement focused() {
    return browser.driver().switchTo().activeElement();
  }

  private static Object outline() {
    return browser
        .driver()
        .executeScript("return getComputedStyle(document.activeElement).outlineStyle");
  }

  /** The driver takes whatever is in a closed element for hidden, however it is printed. */
  private static long printed() {
    return (Long)
        browser
            .driver()
            .executeScript(
                "return [...document.querySelectorAll('details .identity')].filter(each => each.checkVisibility({contentVisibilityAuto: true}) && each.getBoundingClientRect().height > 0).length");
  }

  @Test
  void onPaperEverythingIsOpen() {
    browser.renderForPrint();
    Eventually.holds("all is open", () -> printed() == all("details").size());
    assertThat(shown(".controls, .controls button")).isEmpty();
    assertThat(shown("#table thead button")).as("names of columns").isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "1280, dark", "360, light", "360, dark"})
  void nobodyIsShutOut(int width, String scheme) {
    browser.render(width, 800, scheme);
    the("#open-all").click();
    assertThat(browser.barriers()).isEmpty();
    Object overflow =
        browser
            .driver()
            .executeScript("return document.documentElement.scrollWidth - window.innerWidth");
    assertThat(((Number) overflow).intValue())
        .as("pixels beside the screen")
        .isLessThanOrEqualTo(0);
  }

  private static Object saved() {
    return browser.driver().executeScript("return window.saved");
  }

  @Test
  void whatIsSavedIsTheVerdict() throws Exception {
    browser
        .driver()
        .executeScript(
            "URL.createObjectURL = blob => { blob.text().then(text => window.saved = text); return 'data:,'; };"
                + "document.getElementById('save').click();");
    Eventually.holds("it is saved", () -> saved() != null);
    assertThat(saved()).isEqualTo(Files.readString(report.resolveSibling("verdict.json")));
    assertThat(browser.complaints()).isEmpty();
  }
}

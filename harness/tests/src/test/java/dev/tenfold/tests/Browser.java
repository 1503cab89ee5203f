package dev.tenfold.tests;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A browser without a window, that knows what a page asked of the network and complained of. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Where there is none, the test that asks is skipped. */
  static Browser open(Path profile) {
    for (Path needed : List.of(CHROMIUM, DRIVER)) {
      assumeThat(needed)
          .as("a browser; on Debian: apt-get install -y chromium chromium-driver")
          .exists();
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Browser(new ChromeDriver(service, options));
  }

  ChromeDriver driver() {
    return driver;
  }

  void show(Path file) {
    // From a place in the same page the driver would not wait until it is read anew.
    driver.get("about:blank");
    driver.get(file.toUri().toString());
  }

  /** Renders for a screen of so many pixels, of somebody who likes it light or dark. */
  void render(int width, int height, String scheme) {
    driver.manage().window().setSize(new Dimension(Math.max(width, 500), height));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            "screen",
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                // What is clicked has to stand still.
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /** Leaves a picture of what is to be seen in {@code target/screenshots}. */
  void photograph(String name) throws IOException {
    Path to = Files.createDirectories(Cli.PROJECT.resolve("harness/tests/target/screenshots"));
    Files.write(to.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  /** Renders as it would be printed. */
  void renderForPrint() {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  /** What the page complained of, the breaches of its own policy among it. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** What the page asked of the network or of the disk, but for itself. */
  List<String> requests() {
    String self = driver.getCurrentUrl().replaceFirst("#.*", "");
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .map(message -> message.replaceFirst("(?s).*\"request\":.*?\"url\":\"([^\"]*)\".*", "$1"))
        // What the browser shows of itself before it is told of any page.
        .filter(url -> !url.startsWith("chrome"))
        .filter(url -> !url.equals(self) && !url.startsWith("data:") && !url.startsWith("blob:"))
        .toList();
  }

  /** What axe finds to shut people out, seriously or critically. */
  @SuppressWarnings("unchecked") // it is what the script returns
  List<String> barriers() {
    driver.executeScript(axe());
    return (List<String>)
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(
                results => done(results.violations
                    .filter(each => ['serious', 'critical'].includes(each.impact))
                    .map(each => each.id + ': ' + each.nodes.map(node => node.html).join(' '))),
                error => done(['axe failed: ' + error]));
            """);
  }

  private static String axe() {
    try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}

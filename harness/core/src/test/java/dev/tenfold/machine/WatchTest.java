package dev.tenfold.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import dev.tenfold.run.Conditions;
import dev.tenfold.run.Conditions.Processor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
  private static final String HEAT = "sys/devices/system/cpu/cpu0/thermal_throttle/";

  @TempDir private Path root;
  private FakeKernel kernel;
  private final AtomicLong clock = new AtomicLong(1_000);

  @BeforeEach
  void aMachineAtTheBeginning() {
    kernel =
        new FakeKernel(root)
            .tells("proc/self/status", "Name:\tjava\nCpus_allowed_list:\t0-1\n")
            .tells("proc/self/stat", self(100, 10, 1_000, 100))
            .tells(
                "proc/stat",
                "cpu  9 9 9 9 9 9 9 9 9 9\n"
                    + "cpu0 1000 0 100 5000 10 1 2 30 500 0\n"
                    + "cpu1 2000 5 200 4000 20 1 2 40 500 0\n"
                    + "cpu2 7 7 7 7 7 7 7 7 7 7\nintr 5 6 7\n")
            .tells("proc/pressure/cpu", "some avg10=1.00 avg60=0.00 total=500000\nfull total=9\n")
            .tells("proc/self/cgroup", "0::/x\n")
            .tells("sys/fs/cgroup/x/cpu.stat", "nr_throttled 1\nthrottled_usec 1000\n")
            .tells(HEAT + "core_throttle_count", "3\n")
            .tells(HEAT + "package_throttle_count", "4\n")
            .tells("proc/loadavg", "0.50 1.00 2.00 2/300 4711\n");
  }

  /** Two seconds on two processors: 200 ticks busy, 150 idle, 50 stolen; 120 of the busy own. */
  private void twoSecondsLater() {
    clock.addAndGet(2_000_000_000);
    kernel
        .tells("proc/self/stat", self(105, 15, 1_100, 110))
        .tells(
            "proc/stat",
            "cpu  9 9 9 9 9 9 9 9 9 9\n"
                + "cpu0 1090 0 110 5070 15 1 2 55 500 0\n"
                + "cpu1 2050 5 240 4070 25 6 7 65 500 0\n"
                + "cpu2 9 9 9 9 9 9 9 9 9 9\nintr 5 6 7\n")
        .tells("proc/pressure/cpu", "some avg10=1.00 avg60=0.00 total=700000\nfull total=9\n")
        .tells("sys/fs/cgroup/x/cpu.stat", "nr_throttled 9\nthrottled_usec 601000\n")
        .tells(HEAT + "core_throttle_count", "5\n")
        .tells("proc/loadavg", "1.25 1.00 2.00 4/300 4712\n");
  }

  /** A name with a blank and a bracket, as a process may give itself. */
  private static String self(long user, long system, long children, long childrenSystem) {
    return "4711 (a) R 1 (x) S 1 2 3 4 5 6 7 8 9 10 %s %s %s %s 20 0 9 0\n"
        .formatted(user, system, children, childrenSystem);
  }

  private Watch begin() {
    return Watch.begin(kernel.files(), clock::get);
  }

  private Conditions afterTwoSeconds() {
    Watch watch = begin();
    twoSecondsLater();
    return watch.end();
  }

  @Test
  void sharesAreOfTheWindowAndOfTheProcessorsThatMayBeUsed() {
    Conditions conditions = afterTwoSeconds();
    assertThat(conditions.wall()).isEqualTo(Duration.ofSeconds(2));
    assertThat(conditions.processor().own()).hasValue(0.3);
    assertThat(conditions.processor().foreign()).hasValue(0.2);
    assertThat(conditions.processor().stolen()).hasValue(0.125);
    assertThat(conditions.waited()).hasValue(0.1);
    assertThat(conditions.throttled()).hasValue(0.3);
    assertThat(conditions.overheated()).hasValue(2);
    assertThat(conditions.load()).hasValue(1.25);
    assertThat(conditions.runnable()).hasValue(4);
  }

  @Test
  void whereItIsNotToldWhichProcessorsMayBeUsedAllCount() {
    kernel.hides("proc/self/status").tells("proc/stat", "cpu  100 0 0 100 0 0 0 0 0 0\n");
    Watch watch = begin();
    kernel
        .tells("proc/stat", "cpu  190 0 0 200 0 0 0 10 0 0\n")
        .tells("proc/self/stat", self(150, 10, 1_000, 100));
    Processor processor = watch.end().processor();
    assertThat(processor.own()).hasValue(0.25);
    assertThat(processor.foreign().orElseThrow()).isCloseTo(0.2, within(1e-12));
    assertThat(processor.stolen()).hasValue(0.05);
  }

  @Test
  void pressureOfTheOwnGroupIsPreferredToThatOfTheMachine() {
    kernel.tells("sys/fs/cgroup/x/cpu.pressure", "some total=10\n");
    Watch watch = begin();
    clock.addAndGet(1_000_000);
    kernel.tells("sys/fs/cgroup/x/cpu.pressure", "some total=260\n");
    assertThat(watch.end().waited()).hasValue(0.25);
  }

  @Test
  void ownTimeAboveTheBusyTimeLeavesNothingForOthers() {
    Watch watch = begin();
    twoSecondsLater();
    kernel.tells("proc/self/stat", self(305, 15, 1_100, 110));
    assertThat(watch.end().processor().foreign()).hasValue(0);
  }

  @Test
  void waitingLongerThanTheWindowIsAllOfIt() {
    Watch watch = begin();
    clock.addAndGet(1_000);
    kernel.tells("proc/pressure/cpu", "some total=900000\n");
    assertThat(watch.end().waited()).hasValue(1);
  }

  @Test
  void machineThatTellsNothingIsUnknownInEverythingButTheTime(@TempDir Path empty) {
    Watch watch = Watch.begin(new KernelFiles(empty), clock::get);
    clock.addAndGet(5);
    Conditions conditions = watch.end();
    assertThat(conditions.wall()).isEqualTo(Duration.ofNanos(5));
    assertThat(conditions.processor()).isEqualTo(Processor.UNKNOWN);
    assertThat(conditions.waited()).isEmpty();
    assertThat(conditions.throttled()).isEmpty();
    assertThat(conditions.overheated()).isEmpty();
    assertThat(conditions.load()).isEmpty();
    assertThat(conditions.runnable()).isEmpty();
  }

  @Test
  void countersThatGoBackwardsAreUnknown() {
    twoSecondsLater();
    Watch watch = begin();
    aMachineAtTheBeginning();
    Conditions conditions = watch.end();
    assertThat(conditions.processor()).isEqualTo(Processor.UNKNOWN);
    assertThat(conditions.waited()).isEmpty();
    assertThat(conditions.throttled()).isEmpty();
    assertThat(conditions.overheated()).isEmpty();
    assertThat(conditions.load()).as("is no counter").hasValue(0.5);
  }

  @Test
  void windowWithoutATickHasNoShares() {
    assertThat(begin().end().processor()).isEqualTo(Processor.UNKNOWN);
  }

  @Test
  void withoutTheOwnTimeThatOfOthersIsUnknownTooButNotTheStolen() {
    kernel.tells("proc/self/stat", "4711 (java) S 1 2\n");
    Watch watch = begin();
    twoSecondsLater();
    Processor processor = watch.end().processor();
    assertThat(processor.own()).isEmpty();
    assertThat(processor.foreign()).isEmpty();
    assertThat(processor.stolen()).hasValue(0.125);
  }

  @ParameterizedTest
  @CsvSource({
    "proc/stat, cpu0 90001 90002 90003",
    "proc/stat, cpu0 90001 b 90003 90004 90005 90006 90007 90008",
    "proc/stat, cpu0 90001 90002 90003 90004 90005 90006 90007 -90008",
    "proc/stat, cpu0 90001 90002 90003 90004 90005 90006 90007 99999999999999999999",
    "proc/self/status, Cpus_allowed_list:\t5-7",
  })
  void oddProcessorsAreUnknown(String file, String content) {
    Watch watch = begin();
    twoSecondsLater();
    kernel.tells(file, content + "\n");
    assertThat(watch.end().processor()).isEqualTo(Processor.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "much", "-1.00 0 0 x/2 3", "1,25 1,00 2/3", "NaN 0 0 -4/5 6"})
  void oddLoadIsUnknown(String odd) {
    kernel.tells("proc/loadavg", odd);
    Conditions conditions = begin().end();
    assertThat(conditions.load()).isEmpty();
    assertThat(conditions.runnable()).isEmpty();
  }

  @Test
  void languageOfTheUserChangesNothing() {
    Conditions here = afterTwoSeconds();
    aMachineAtTheBeginning();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(afterTwoSeconds()).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whateverTheFilesHoldTheWatchEnds() {
    Random random = new Random(17);
    List<String> files =
        List.of(
            "proc/stat",
            "proc/self/stat",
            "proc/self/status",
            "proc/self/cgroup",
            "proc/pressure/cpu",
            "proc/loadavg",
            "sys/fs/cgroup/x/cpu.stat",
            HEAT + "core_throttle_count");
    String pieces = "0123456789 \n\t-:/,.()=%cpusometotal\0";
    Watch watch = begin();
    twoSecondsLater();
    for (int i = 0; i < 300; i++) {
      String file = files.get(random.nextInt(files.size()));
      String whole = kernel.files().text(file).orElseThrow();
      StringBuilder told = new StringBuilder(whole);
      for (int changes = random.nextInt(20); changes >= 0; changes--) {
        char piece = pieces.charAt(random.nextInt(pieces.length()));
        told.setCharAt(random.nextInt(told.length()), piece);
        told.insert(random.nextInt(told.length()), random.nextLong());
      }
      kernel.tells(file, told.toString());
      assertThatCode(watch::end).as("%s: %s", file, told).doesNotThrowAnyException();
      assertThatCode(() -> begin().end()).as("%s: %s", file, told).doesNotThrowAnyException();
      kernel.tells(file, whole);
    }
  }

  @Test
  void thisMachineCanBeWatched() {
    Conditions conditions = Watch.begin().end();
    assertThat(conditions.wall()).isPositive().isLessThan(Duration.ofMinutes(1));
  }
}

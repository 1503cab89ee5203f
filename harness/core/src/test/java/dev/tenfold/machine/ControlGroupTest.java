package dev.tenfold.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlGroupTest {
  private static final String TOP = "sys/fs/cgroup";

  @TempDir private Path root;
  private FakeKernel kernel;

  @BeforeEach
  void fake() {
    kernel = new FakeKernel(root);
  }

  private ControlGroup group() {
    return ControlGroup.of(kernel.files());
  }

  @Test
  void nestedGroupOfVersion2FeelsEveryQuotaAroundIt() {
    kernel
        .tells("proc/self/cgroup", "0::/a.slice/b.scope\n")
        .tells(TOP + "/cpu.stat", "usage_usec 9\n")
        .tells(TOP + "/a.slice/cpu.max", "150000 100000\n")
        .tells(TOP + "/a.slice/cpu.stat", "nr_throttled 1\nthrottled_usec 30\n")
        .tells(TOP + "/a.slice/cpu.pressure", "some avg10=0.00 total=70\n")
        .tells(TOP + "/a.slice/b.scope/cpu.max", "max 100000\n")
        .tells(TOP + "/a.slice/b.scope/cpu.stat", "nr_throttled 1\nthrottled_usec 4\n")
        .tells(TOP + "/a.slice/b.scope/cpu.pressure", "some avg10=0.00 total=60\n");
    assertThat(group().levels()).containsExactly(TOP + "/a.slice/b.scope", TOP + "/a.slice", TOP);
    assertThat(group().quota()).hasValue(1.5);
    assertThat(group().throttled()).hasValue(34_000);
    assertThat(group().waited()).as("of the innermost").hasValue(60);
  }

  @Test
  void containerOfVersion2SeesItsOwnGroupAsTheRoot() {
    kernel
        .tells("proc/self/cgroup", "0::/docker/0123\n")
        .tells(TOP + "/cpu.max", "50000 100000\n")
        .tells(TOP + "/cpu.stat", "throttled_usec 5\n");
    assertThat(group().levels()).containsExactly(TOP);
    assertThat(group().quota()).hasValue(0.5);
    assertThat(group().throttled()).hasValue(5_000);
  }

  @Test
  void version1CountsInNanosecondsAndKnowsNoPressure() {
    kernel
        .tells("proc/self/cgroup", "7:memory:/x\n4:cpu,cpuacct:/kube/pod\n1:cpuset:/y\n")
        .tells(TOP + "/cpu/kube/pod/cpu.cfs_quota_us", "200000\n")
        .tells(TOP + "/cpu/kube/pod/cpu.cfs_period_us", "100000\n")
        .tells(TOP + "/cpu/kube/pod/cpu.stat", "nr_throttled 3\nthrottled_time 1234\n")
        .tells(TOP + "/cpu/cpu.cfs_quota_us", "-1\n")
        .tells(TOP + "/cpu/cpu.cfs_period_us", "100000\n");
    assertThat(group().quota()).hasValue(2);
    assertThat(group().throttled()).hasValue(1234);
    assertThat(group().waited()).isEmpty();
  }

  @Test
  void mixtureHasItsQuotaInVersion1AndItsPressureInVersion2() {
    kernel
        .tells("proc/self/cgroup", "1:cpu:/\n0::/\n")
        .tells(TOP + "/cpu/cpu.cfs_quota_us", "-1\n")
        .tells(TOP + "/cpu/cpu.cfs_period_us", "100000\n")
        .tells(TOP + "/cpu/cpu.stat", "throttled_time 0\n")
        .tells(TOP + "/unified/cpu.stat", "usage_usec 9\n")
        .tells(TOP + "/unified/cpu.pressure", "some avg10=0.00 total=8\nfull total=0\n");
    assertThat(group().quota()).hasValue(Double.POSITIVE_INFINITY);
    assertThat(group().throttled()).hasValue(0);
    assertThat(group().waited()).hasValue(8);
  }

  @Test
  void rootOfVersion2TellsNoQuota() {
    kernel.tells("proc/self/cgroup", "0::/\n").tells(TOP + "/cpu.stat", "usage_usec 9\n");
    assertThat(group().quota()).isEmpty();
    assertThat(group().throttled()).isEmpty();
  }

  @Test
  void machineWithoutGroupsTellsNothing() {
    assertThat(group().levels()).isEmpty();
    assertThat(group().quota()).isEmpty();
    assertThat(group().throttled()).isEmpty();
    assertThat(group().waited()).isEmpty();
  }

  @Test
  void oddFilesTellNothing() {
    kernel
        .tells("proc/self/cgroup", "nonsense\n0::\n:::\n0::no/slash\n5:cpu\n0::/a\0b\n")
        .tells(TOP + "/cpu.max", "many of them\n")
        .tells(TOP + "/cpu.stat", "throttled_usec -5\n")
        .tells(TOP + "/cpu.pressure", "some total=\n");
    assertThat(group().quota()).isEmpty();
    assertThat(group().throttled()).isEmpty();
    assertThat(group().waited()).isEmpty();
    kernel.tells(TOP + "/cpu.max", "100 0\n");
    assertThat(group().quota()).as("a period of nothing").isEmpty();
  }
}

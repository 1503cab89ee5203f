package dev.tenfold.machine;

import java.util.List;
import java.util.Optional;

/**
 * What stands between this process and the hardware, and keeps it from seeing all of it.
 *
 * @param virtual whether this is a virtual machine; empty if that is not told
 * @param container whether this is a container, as far as can be seen
 */
record Enclosure(Optional<Boolean> virtual, boolean container) {

  static Enclosure of(KernelFiles files) {
    // The processors of Arm have no such flag, and "Features" instead of "flags".
    Optional<Boolean> virtual =
        files
            .value("proc/cpuinfo", "flags")
            .map(flags -> List.of(flags.split("\\s+")).contains("hypervisor"));
    boolean container =
        files.has(".dockerenv")
            || files.has("run/.containerenv")
            || files.has("run/systemd/container")
            || files.text("proc/1/cgroup").filter(Enclosure::namesOne).isPresent();
    return new Enclosure(virtual, container);
  }

  private static boolean namesOne(String groups) {
    return List.of("docker", "kubepods", "containerd", "libpod", "/lxc").stream()
        .anyMatch(groups::contains);
  }
}

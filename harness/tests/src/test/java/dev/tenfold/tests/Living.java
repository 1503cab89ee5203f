package dev.tenfold.tests;

import java.nio.file.Path;
import java.util.List;

/** The processes that have a path in their command line, by which those of one test are known. */
record Living(Path path) {

  /** Waits until a measured JVM is among them. */
  void soonMeasures() {
    Eventually.holds(
        "a fork of " + path + " runs",
        () -> commands().stream().anyMatch(line -> line.contains("org.openjdk.jmh.runner.Forked")));
  }

  /** Waits until none is left. */
  void soonEnds() {
    Eventually.holds("no process of " + path + " is left", () -> commands().isEmpty());
  }

  private List<String> commands() {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(path.toString()))
        .toList();
  }
}

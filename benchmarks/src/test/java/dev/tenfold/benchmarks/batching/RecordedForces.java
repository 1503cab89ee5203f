package dev.tenfold.benchmarks.batching;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The forces to disk that the JVM itself recorded: those that really happened. */
final class RecordedForces {
  private RecordedForces() {}

  /** The forces of a file during some work. */
  static List<RecordedEvent> of(RingFile file, Work work) throws Exception {
    Path events = Files.createTempFile("forces", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.FileForce").withoutThreshold();
      recording.start();
      work.run();
      recording.stop();
      recording.dump(events);
      return RecordingFile.readAllEvents(events).stream()
          .filter(event -> event.getEventType().getName().equals("jdk.FileForce"))
          .filter(event -> file.path().toString().equals(event.getString("path")))
          .toList();
    } finally {
      Files.delete(events);
    }
  }
}

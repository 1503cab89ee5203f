package dev.tenfold.store;

import dev.tenfold.run.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was found of the gate itself, for each machine and suite: {@code calibrations/<machine>/
 * <suite>.json}. The newest replaces what was there.
 *
 * @param home in which they lie
 */
public record Calibrations(Home home) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /**
   * What a report cites.
   *
   * @param at when it was measured
   * @param smallestVisible the change that is found in four of five checks of the middle benchmark,
   *     as a fraction; empty if there is none that is
   * @param alarms how many suites in which nothing changed had a false regression
   * @param suites of so many
   * @param rule of which all this holds
   */
  public record Kept(
      Instant at, OptionalDouble smallestVisible, long alarms, long suites, String rule) {}

  /**
   * Keeps a calibration.
   *
   * @param json with {@code at}, {@code rule}, {@code smallestVisible.middle} and {@code
   *     slowdowns}, the first of which is 0
   * @return the file
   */
  public Path keep(Machine machine, String suite, String json) {
    Path file = home.folder(folder(machine)).resolve(suite + ".json");
    AtomicFile.write(file, out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
    return file;
  }

  /** The calibration of a suite on a machine; empty if there is none that can be read. */
  public Optional<Kept> of(Machine machine, String suite) {
    try {
      // Nothing is made here: the store of a machine that only checks may be read-only.
      Path file = home.directory().resolve(folder(machine)).resolve(suite + ".json");
      JsonNode root = MAPPER.readTree(Files.readString(file));
      JsonNode middle = root.path("smallestVisible").path("middle");
      JsonNode alarms = root.path("slowdowns").path(0).path("alarms");
      long suites = alarms.path("of").asLong(0);
      return suites == 0
          ? Optional.empty()
          : Optional.of(
              new Kept(
                  Instant.parse(root.path("at").asString("")),
                  middle.isNumber()
                      ? OptionalDouble.of(middle.doubleValue())
                      : OptionalDouble.empty(),
                  alarms.path("count").asLong(0),
                  suites,
                  root.path("rule").asString("")));
    } catch (IOException | JacksonException | DateTimeException unreadable) {
      // It can be found again at any time, and a check does not depend on it.
      return Optional.empty();
    }
  }

  private static String folder(Machine machine) {
    return "calibrations/" + machine.id();
  }
}

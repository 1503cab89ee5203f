package dev.tenfold.calibrate;

import dev.tenfold.run.Machine;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The gate's error rates on one machine, from a jar that was measured beside itself.
 *
 * @param calibration on what was measured
 * @param measurement what was measured; it bears its machine and its time
 * @param suite its name
 * @param rule by which it is decided, as {@link dev.tenfold.config.Suite#rule} tells it
 */
public record LiveCalibration(
    Calibration calibration, SelfMeasurement measurement, String suite, String rule) {

  /** Where it was measured. */
  public Machine machine() {
    return measurement.base().origin().machine().orElseThrow();
  }

  /** When it was measured. */
  public Instant at() {
    return measurement.base().origin().at().orElseThrow();
  }

  /** The twins by their benchmark. */
  Map<String, Twin> twins() {
    Map<String, Twin> twins = new TreeMap<>();
    measurement.twins().forEach(twin -> twins.put(twin.id().text(), twin));
    return twins;
  }
}

package dev.tenfold.store;

import dev.tenfold.jmh.CircumstancesJson;
import dev.tenfold.jmh.JsonLayout;
import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.Circumstances;
import dev.tenfold.run.Fork;
import dev.tenfold.run.Jvm;
import dev.tenfold.run.Machine;
import dev.tenfold.run.Origin;
import dev.tenfold.run.Result;
import dev.tenfold.run.Run;
import dev.tenfold.run.Series;
import dev.tenfold.run.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import tools.jackson.core.JsonGenerator;

/** Writes the format that {@link RunFile} tells of. */
final class RunWriter {
  private final OutputStream out;
  private final DigestOutputStream summed;
  private final JsonGenerator json;

  RunWriter(OutputStream out) {
    this.out = out;
    this.summed = new DigestOutputStream(out, Checksum.sha256());
    this.json = JsonLayout.generator(summed);
  }

  void write(Run run) throws IOException {
    json.writeStartObject();
    json.writeNumberProperty("tenfold", RunFile.VERSION);
    origin(run.origin());
    json.writeArrayPropertyStart("failures");
    run.failures().forEach(failure -> unmeasured(failure.id(), failure.reason()));
    json.writeEndArray();
    if (!run.spared().isEmpty()) {
      json.writeArrayPropertyStart("spared");
      run.spared().forEach(spared -> unmeasured(spared.id(), spared.because()));
      json.writeEndArray();
    }
    json.writeArrayPropertyStart("results");
    run.results().forEach(this::result);
    json.writeEndArray();
    json.flush();
    summed.write(new byte[] {',', '\n'});
    out.write(Checksum.line(summed.getMessageDigest()));
  }

  private void origin(Origin origin) {
    json.writeObjectPropertyStart("origin");
    origin.revision().ifPresent(revision -> json.writeStringProperty("revision", revision));
    origin.at().ifPresent(at -> json.writeStringProperty("at", at.toString()));
    origin.jar().ifPresent(jar -> json.writeStringProperty("jar", jar));
    origin.machine().ifPresent(this::machine);
    json.writeEndObject();
  }

  private void machine(Machine machine) {
    json.writeObjectPropertyStart("machine");
    json.writeStringProperty("cpu", machine.cpu());
    json.writeNumberProperty("cores", machine.cores());
    json.writeNumberProperty("memoryGib", machine.memoryGib());
    json.writeStringProperty("os", machine.os());
    json.writeStringProperty("kernel", machine.kernel());
    json.writeStringProperty("limits", machine.limits());
    json.writeStringProperty("jvm", machine.jvm());
    json.writeNumberProperty("javaMajor", machine.javaMajor());
    json.writeStringProperty("collector", machine.collector());
    json.writeStringProperty("objectLayout", machine.objectLayout());
    json.writeEndObject();
  }

  private void unmeasured(BenchmarkId id, String reason) {
    json.writeStartObject();
    identity(id);
    params(id);
    json.writeStringProperty("reason", reason);
    json.writeEndObject();
  }

  private void identity(BenchmarkId id) {
    json.writeStringProperty("benchmark", id.method());
    json.writeStringProperty("mode", id.mode().label());
    json.writeNumberProperty("threads", id.threads());
  }

  private void params(BenchmarkId id) {
    if (!id.params().isEmpty()) {
      json.writeObjectPropertyStart("params");
      id.params().forEach(json::writeStringProperty);
      json.writeEndObject();
    }
  }

  /** In JMH's order, so that the two formats look alike. */
  private void result(Result result) {
    json.writeStartObject();
    text("jmhVersion", result.jvm().jmhVersion());
    identity(result.id());
    json.writeNumberProperty("forks", result.score().forks().size());
    jvm(result.jvm(), result.settings());
    settings(result.settings());
    params(result.id());
    circumstances(result.circumstances());
    series("primaryMetric", result.score());
    json.writeObjectPropertyStart("secondaryMetrics");
    result.secondary().forEach(this::series);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void circumstances(Circumstances circumstances) {
    if (!circumstances.equals(Circumstances.UNKNOWN)) {
      json.writeName("circumstances");
      json.writeTree(CircumstancesJson.write(circumstances));
    }
  }

  private void jvm(Jvm jvm, Settings settings) {
    text("jvm", jvm.path());
    json.writeArrayPropertyStart("jvmArgs");
    settings.jvmArgs().forEach(json::writeString);
    json.writeEndArray();
    text("jdkVersion", jvm.version());
    text("vmName", jvm.name());
    text("vmVersion", jvm.build());
  }

  private void settings(Settings settings) {
    json.writeNumberProperty("warmupIterations", settings.warmupIterations());
    text("warmupTime", settings.warmupTime());
    json.writeNumberProperty("warmupBatchSize", settings.warmupBatchSize());
    json.writeNumberProperty("measurementIterations", settings.iterations());
    text("measurementTime", settings.iterationTime());
    json.writeNumberProperty("measurementBatchSize", settings.batchSize());
  }

  /** What a file did not tell is empty in the noun and stays untold. */
  private void text(String name, String value) {
    if (!value.isEmpty()) {
      json.writeStringProperty(name, value);
    }
  }

  private void series(String name, Series series) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("score", series.score());
    json.writeStringProperty("scoreUnit", series.metric().unit().text());
    boolean whole = series.forks().stream().allMatch(Fork::isWhole);
    json.writeArrayPropertyStart(whole ? "rawData" : "forkSummaries");
    for (Fork fork : series.forks()) {
      json.writeStartArray();
      if (whole) {
        for (double score : fork.scores()) {
          json.writeNumber(score);
        }
      } else {
        json.writeNumber(fork.iterations());
        json.writeNumber(fork.mean());
        json.writeNumber(fork.quartile());
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}

package dev.tenfold.benchmarks.batching;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does it take to serialise a message, and how many bytes has it, by the number of records
 * in it?
 *
 * <p>The score is a message: divide by the size for one record; {@code size=1} is a message for
 * each. Java's own serialisation describes the class of a record once in a message, and so costs a
 * lot for the first and much less for each that follows; a format whose description both ends know,
 * as here that of {@link DataOutputStream}, has nothing but the buffer to share out. The same holds
 * of other self-describing formats. {@code bytes / messages} is the length of a message: what is
 * sent has to be paid again, by the network and by the reader.
 *
 * <p>An {@link ObjectOutputStream} that is kept open over many messages spares the description too,
 * and remembers every object that was ever written until it is reset.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.Serialization.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class Serialization {
  @Param({"1", "10", "100"})
  public int size;

  private Payment[] payments;

  @Setup
  public void draw() {
    payments = Payment.draw(size);
  }

  /** Counts of one iteration: JMH sets them to 0 before each. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Sent {
    public long messages;
    public long bytes;
  }

  @Benchmark
  public byte[] objectOutputStream(Sent sent) throws IOException {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new ObjectOutputStream(buffer)) {
      for (Payment payment : payments) {
        stream.writeObject(payment);
      }
    }
    return message(buffer, sent);
  }

  @Benchmark
  public byte[] dataOutputStream(Sent sent) throws IOException {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(buffer)) {
      for (Payment payment : payments) {
        payment.writeTo(stream);
      }
    }
    return message(buffer, sent);
  }

  private static byte[] message(ByteArrayOutputStream buffer, Sent sent) {
    sent.messages++;
    sent.bytes += buffer.size();
    return buffer.toByteArray();
  }
}

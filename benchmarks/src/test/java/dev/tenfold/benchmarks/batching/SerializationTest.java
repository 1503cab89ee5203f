package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SerializationTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100})
  void bothMessagesHoldTheSameRecords(int size) throws Exception {
    List<Payment> payments = List.of(Payment.draw(size));
    Serialization benchmark = benchmark(size);
    Serialization.Sent sent = new Serialization.Sent();
    assertThat(readObjects(benchmark.objectOutputStream(sent), size)).isEqualTo(payments);
    assertThat(readData(benchmark.dataOutputStream(sent), size)).isEqualTo(payments);
  }

  @Test
  void theLengthOfTheMessagesIsCounted() throws IOException {
    Serialization.Sent sent = new Serialization.Sent();
    Serialization benchmark = benchmark(10);
    int length = benchmark.objectOutputStream(sent).length;
    assertThat(benchmark.dataOutputStream(sent)).hasSize(10 * Payment.BYTES);
    assertThat(sent.messages).isEqualTo(2);
    assertThat(sent.bytes).isEqualTo(length + 10 * Payment.BYTES);
  }

  private static Serialization benchmark(int size) {
    Serialization benchmark = new Serialization();
    benchmark.size = size;
    benchmark.draw();
    return benchmark;
  }

  private static List<Payment> readObjects(byte[] message, int count) throws Exception {
    List<Payment> payments = new ArrayList<>();
    try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(message))) {
      for (int i = 0; i < count; i++) {
        payments.add((Payment) stream.readObject());
      }
      assertThat(stream.read()).as("what follows the last").isEqualTo(-1);
    }
    return payments;
  }

  private static List<Payment> readData(byte[] message, int count) throws IOException {
    List<Payment> payments = new ArrayList<>();
    try (DataInputStream stream = new DataInputStream(new ByteArrayInputStream(message))) {
      for (int i = 0; i < count; i++) {
        payments.add(new Payment(stream.readInt(), stream.readLong(), stream.readUTF()));
      }
      assertThat(stream.read()).as("what follows the last").isEqualTo(-1);
    }
    return payments;
  }
}

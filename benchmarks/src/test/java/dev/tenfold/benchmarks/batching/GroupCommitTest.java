package dev.tenfold.benchmarks.batching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.ThreadParams;

@Tag("slow")
@Timeout(60)
class GroupCommitTest {
  private static final int THREADS = GroupCommit.class.getAnnotation(Threads.class).value();
  private static final int RECORDS = 50;

  private final GroupCommit benchmark = new GroupCommit();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @BeforeEach
  void open() throws IOException {
    benchmark.open();
  }

  @AfterEach
  void close() throws IOException {
    threads.shutdownNow();
    benchmark.close();
  }

  @Test
  void whoForcesAloneForcesForEachRecord() throws Exception {
    assertThat(forces(benchmark::eachForces)).isEqualTo(THREADS * RECORDS);
  }

  @Test
  void whoSharesNeverForcesMoreOftenThanThereAreRecords() throws Exception {
    assertThat(forces(benchmark::oneForcesForAll)).isBetween(RECORDS, THREADS * RECORDS);
  }

  private interface Append {
    void run(GroupCommit.Client client, GroupCommit.Durable count) throws IOException;
  }

  /** Has every thread append its record many times, and checks the file and the counts. */
  private int forces(Append append) throws Exception {
    GroupCommit.Durable count = new GroupCommit.Durable();
    int forces = RecordedForces.of(benchmark.file, () -> appendAll(append, count)).size();
    assertThat(count.records).isEqualTo(THREADS * RECORDS);
    assertThat(count.forces).isEqualTo(forces);
    assertThat(timesWritten().values()).hasSize(THREADS).containsOnly(RECORDS);
    return forces;
  }

  private void appendAll(Append append, GroupCommit.Durable sum) throws Exception {
    List<Future<GroupCommit.Durable>> counts = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      GroupCommit.Client client = client(thread);
      counts.add(threads.submit(() -> appended(append, client)));
    }
    for (Future<GroupCommit.Durable> count : counts) {
      sum.records += count.get().records;
      sum.forces += count.get().forces;
    }
  }

  private static GroupCommit.Durable appended(Append append, GroupCommit.Client client)
      throws IOException {
    GroupCommit.Durable count = new GroupCommit.Durable();
    for (int i = 0; i < RECORDS; i++) {
      append.run(client, count);
    }
    return count;
  }

  private static GroupCommit.Client client(int thread) throws IOException {
    GroupCommit.Client client = new GroupCommit.Client();
    client.draw(new ThreadParams(thread, THREADS, 0, 1, 0, 1, thread, THREADS, 0, 1));
    return client;
  }

  private Map<ByteBuffer, Integer> timesWritten() throws IOException {
    Map<ByteBuffer, Integer> times = new HashMap<>();
    byte[] written = WrittenRecords.in(benchmark.file, THREADS * RECORDS);
    for (int at = 0; at < written.length; at += Payment.BYTES) {
      times.merge(ByteBuffer.wrap(written, at, Payment.BYTES), 1, Integer::sum);
    }
    return times;
  }
}

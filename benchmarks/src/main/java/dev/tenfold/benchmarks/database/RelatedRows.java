package dev.tenfold.benchmarks.database;

import dev.tenfold.benchmarks.data.Keys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How should a program read a customer's orders, each with its lines, from two tables?
 *
 * <p>The score is the reading of all orders of one customer into objects; {@code size} is how many
 * they are, with five lines each on average. {@code queryPerOrder} is what a mapper of objects to
 * tables does unless it is told otherwise: one query for the orders and one more for the lines of
 * each. On loopback that is the best case for it; on a network add {@code size} times the round
 * trip. {@code join} is one round trip, and sends an order's columns again with each line; {@code
 * anyArray} is two, and sends everything once. The latter stands for IN lists too, which have
 * another text, to be parsed and planned anew, for every number of orders.
 *
 * <pre>
 * java -jar harness/cli/target/tenfold.jar run benchmarks/target/benchmarks.jar --include '**.RelatedRows.*'
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class RelatedRows {
  private static final int PICKS = 1 << 10;

  @Param({"10", "100"})
  public int size;

  Connection connection;
  private Orders orders;
  private PreparedStatement ordersOf;
  private PreparedStatement linesOfOne;
  private PreparedStatement linesOfMany;
  private PreparedStatement joined;
  private int[] customers;
  private int next;

  @Setup
  public void load() throws SQLException {
    orders = Orders.open(size);
    connection = orders.connect();
    ordersOf = connection.prepareStatement(Orders.OF_CUSTOMER);
    linesOfOne = connection.prepareStatement(Orders.LINES_OF_ONE);
    linesOfMany = connection.prepareStatement(Orders.LINES_OF_MANY);
    joined = connection.prepareStatement(Orders.WITH_LINES);
    customers = Keys.picks(Orders.COUNT / size, PICKS, 1);
  }

  @Benchmark
  public List<Order> queryPerOrder() throws SQLException {
    List<Order> found = ordersOf(nextCustomer());
    for (Order order : found) {
      linesOfOne.setInt(1, order.id());
      try (ResultSet rows = linesOfOne.executeQuery()) {
        while (rows.next()) {
          order.lines().add(Order.Line.read(rows));
        }
      }
    }
    return found;
  }

  @Benchmark
  public List<Order> anyArray() throws SQLException {
    List<Order> found = ordersOf(nextCustomer());
    Map<Integer, Order> byId = new HashMap<>();
    for (Order order : found) {
      byId.put(order.id(), order);
    }
    linesOfMany.setArray(
        1, connection.createArrayOf("int4", byId.keySet().toArray(Integer[]::new)));
    try (ResultSet rows = linesOfMany.executeQuery()) {
      while (rows.next()) {
        byId.get(rows.getInt("order_id")).lines().add(Order.Line.read(rows));
      }
    }
    return found;
  }

  @Benchmark
  public List<Order> join() throws SQLException {
    List<Order> found = new ArrayList<>();
    joined.setInt(1, nextCustomer());
    try (ResultSet rows = joined.executeQuery()) {
      Order last = null;
      while (rows.next()) {
        if (last == null || last.id() != rows.getInt("id")) {
          last = Order.read(rows);
          found.add(last);
        }
        last.lines().add(Order.Line.read(rows));
      }
    }
    return found;
  }

  private List<Order> ordersOf(int customer) throws SQLException {
    List<Order> found = new ArrayList<>();
    ordersOf.setInt(1, customer);
    try (ResultSet rows = ordersOf.executeQuery()) {
      while (rows.next()) {
        found.add(Order.read(rows));
      }
    }
    return found;
  }

  private int nextCustomer() {
    return customers[next++ & (PICKS - 1)];
  }

  @TearDown
  public void close() throws SQLException {
    connection.close();
    orders.close();
  }
}

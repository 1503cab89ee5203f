package dev.tenfold.benchmarks.database;

import dev.tenfold.benchmarks.postgres.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Ten thousand orders and their lines in a schema of their own, and the queries that read them in
 * the order of their numbers.
 */
final class Orders implements AutoCloseable {
  static final int COUNT = 10_000;

  static final String OF_CUSTOMER = "SELECT id, address FROM orders WHERE customer = ? ORDER BY id";

  static final String LINES_OF_ONE =
      "SELECT product, quantity, price FROM line WHERE order_id = ? ORDER BY no";

  static final String LINES_OF_MANY =
      "SELECT order_id, product, quantity, price FROM line WHERE order_id = ANY (?)"
          + " ORDER BY order_id, no";

  static final String WITH_LINES =
      "SELECT id, address, product, quantity, price FROM orders JOIN line ON order_id = id"
          + " WHERE customer = ? ORDER BY id, no";

  private final Schema schema;

  private Orders(Schema schema) {
    this.schema = schema;
  }

  /**
   * Orders of as many customers as leave each the same number. Those of a customer do not lie side
   * by side, and have one to nine lines.
   *
   * @param each how many orders a customer has; a divisor of {@link #COUNT}
   */
  static Orders open(int each) throws SQLException {
    Orders orders = new Orders(Schema.open());
    try (Connection connection = orders.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL, address text NOT NULL)");
      statement.execute(
          """
          INSERT INTO orders SELECT id, id %% %s, repeat('To the house of number ' || id || ', ', 3)
          FROM generate_series(0, %s) AS id
          """
              .formatted(COUNT / each, COUNT - 1));
      statement.execute("CREATE INDEX ON orders (customer)");
      statement.execute(
          """
          CREATE TABLE line (order_id int NOT NULL, no int NOT NULL, product int NOT NULL,
            quantity int NOT NULL, price int NOT NULL, PRIMARY KEY (order_id, no))
          """);
      statement.execute(
          """
          INSERT INTO line SELECT id, no, id * no %% 997, 1 + id %% 7, 99 + no * 100
          FROM generate_series(0, %s) AS id, generate_series(1, 1 + id %% 9) AS no
          """
              .formatted(COUNT - 1));
      statement.execute("VACUUM ANALYZE orders, line");
    }
    return orders;
  }

  /**
   * A connection for which a page anywhere costs hardly more than the next one, as is so in memory
   * and on flash. By default the server takes it for four times as much, as on a turning disk, and
   * a join of a hundred orders would rather read all lines that there are.
   */
  Connection connect() throws SQLException {
    return schema.connect("options=-c%20random_page_cost=1.1");
  }

  @Override
  public void close() throws SQLException {
    schema.close();
  }
}

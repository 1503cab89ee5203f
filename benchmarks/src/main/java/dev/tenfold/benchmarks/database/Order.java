package dev.tenfold.benchmarks.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** An order as a program holds it, with the lines that were read so far. */
public record Order(int id, String address, List<Line> lines) {
  /** So many of a product, at so many cents each. */
  public record Line(int product, int quantity, int price) {
    static Line read(ResultSet row) throws SQLException {
      return new Line(row.getInt("product"), row.getInt("quantity"), row.getInt("price"));
    }
  }

  static Order read(ResultSet row) throws SQLException {
    return new Order(row.getInt("id"), row.getString("address"), new ArrayList<>());
  }
}

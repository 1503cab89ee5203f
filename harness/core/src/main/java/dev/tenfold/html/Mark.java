package dev.tenfold.html;

/**
 * Something that is drawn: across in per cent, down in pixels. Its kind is a class of the style
 * sheet.
 */
sealed interface Mark {

  /** A single number. */
  record Dot(String x, String y, String kind) implements Mark {}

  /**
   * Many numbers, as small dots in one path, because there may be thousands.
   *
   * @param path in pixels, from the place where the cloud is
   */
  record Cloud(String x, String path) implements Mark {}

  /** A straight line. */
  record Line(String x1, String y1, String x2, String y2, String kind) implements Mark {}

  /** A stripe over the whole width. */
  record Band(String y, String height, String kind) implements Mark {

    /** The stripe between two numbers of an upright axis. */
    static Band of(Axis axis, double low, double high, int height, String kind) {
      double from = height * (1 - axis.at(high));
      double to = height * (1 - axis.at(low));
      return new Band(Axis.coordinate(from), Axis.coordinate(to - from), kind);
    }
  }

  /** A word at a place. */
  record Word(String x, String y, String text, String kind) implements Mark {}
}

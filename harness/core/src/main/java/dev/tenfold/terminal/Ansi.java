package dev.tenfold.terminal;

/** The few escape sequences of ECMA-48 that are used: five looks, and one to redraw a line. */
public enum Ansi {
  RED("31"),
  YELLOW("33"),
  GREEN("32"),
  DIM("2"),
  BOLD("1");

  /** Goes to the start of the line and erases all of it. */
  static final String REDRAW = "\r\u001b[K";

  private final String code;

  Ansi(String code) {
    this.code = code;
  }

  String around(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}

package dev.tenfold.compare;

/** A doubt that travels with the number which it qualifies. */
public enum Warning {
  ONE_FORK("a side has one fork only, so nothing can be said of the spread between forks"),
  NO_SPREAD("all forks of both sides gave the same number; a spread of 0.01 % is assumed"),
  NOT_POSITIVE("a score is zero or negative, so the sides are subtracted and not divided"),
  ONE_SIDED_ALLOCATION(
      "allocation was measured on one side only and is not compared; measure both with -prof gc"),
  WHOLE_FORKS("base and head took no turns: whole forks, one after the other"),
  UNIT_CONVERTED("the sides were given in different units and converted"),
  OTHER_MOMENT(
      "base and head were measured at different times; what the machine did in between is in the change"),
  STATED_SPREAD("fewer than three sessions are kept, so a stated spread between sessions is added"),
  UNCONFIRMED("not confirmed by fresh forks of both sides");

  private final String text;

  Warning(String text) {
    this.text = text;
  }

  /** The doubt as a clause for people. */
  public String text() {
    return text;
  }
}

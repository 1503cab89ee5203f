package dev.tenfold.machine;

/**
 * One thing that the doctor looked at.
 *
 * @param what was looked at
 * @param state how it stands
 * @param found what was seen, for people
 * @param why it matters to a measurement: one clause
 * @param mend what to type or to do; empty unless the state is {@link State#UNFIT}
 */
public record Symptom(String what, State state, String found, String why, String mend) {

  /** How a thing stands. */
  public enum State {
    FIT,
    UNFIT,
    /** The machine does not tell, which is not the same as fit. */
    UNKNOWN
  }

  /** What is asked about a machine, before the answer is known. */
  record Question(String what, String why) {
    Symptom fit(String found) {
      return new Symptom(what, State.FIT, found, why, "");
    }

    Symptom unfit(String found, String mend) {
      return new Symptom(what, State.UNFIT, found, why, mend);
    }

    /** Fit or not; the mend is heard only if it is not. */
    Symptom answer(boolean fit, String found, String mend) {
      return fit ? fit(found) : unfit(found, mend);
    }

    Symptom unknown() {
      return unknown("this machine does not tell");
    }

    Symptom unknown(String found) {
      return new Symptom(what, State.UNKNOWN, found, why, "");
    }
  }
}

package dev.tenfold.tests;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a process left: its exit code and all that it said.
 *
 * @param command that was run
 * @param exitCode of it
 * @param out its standard output
 * @param err its standard error
 */
record Ended(String command, int exitCode, String out, String err) {

  /** Ended with this code, and without a stack trace, which no user is ever to see. */
  Ended exits(int expected) {
    assertThat(exitCode).as(toString()).isEqualTo(expected);
    return neverSays("\tat ", "fault of Tenfold");
  }

  /** Said all of this, on whichever stream. */
  Ended says(String... parts) {
    assertThat(out + err).as(command).contains(parts);
    return this;
  }

  Ended neverSays(String... parts) {
    assertThat(out + err).as(command).doesNotContain(parts);
    return this;
  }

  /** Refused what was asked: exit code 1 and this on the error stream, nothing on the other. */
  Ended refuses(String... parts) {
    exits(1);
    assertThat(err).as(command).contains(parts);
    assertThat(out).as(command).isEmpty();
    return this;
  }

  @Override
  public String toString() {
    return "%s%nended with %d and said%n%s%s".formatted(command, exitCode, out, err);
  }
}

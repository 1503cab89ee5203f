package dev.tenfold.benchmarks.postgres;

import java.util.Optional;

/** What a server is to the suites, and where they find its address. */
enum Role {
  PRIMARY("server", "TENFOLD_JDBC_URL", "tenfold.jdbc.url"),

  REPLICA("streaming replica", "TENFOLD_REPLICA_JDBC_URL", "tenfold.replica.jdbc.url");

  /** The environment variable that holds the JDBC URL. */
  final String variable;

  private final String noun;
  private final String property;

  Role(String noun, String variable, String property) {
    this.noun = noun;
    this.variable = variable;
    this.property = property;
  }

  /** The JDBC URL from the environment, else the one announced in this JVM. */
  Optional<String> url() {
    String set = System.getenv(variable);
    return Optional.ofNullable(
        set == null || set.isBlank() ? System.getProperty(property) : set.strip());
  }

  String requireUrl() {
    return url()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "This needs a PostgreSQL %s: set %s to its JDBC URL. Such URLs are printed by "
                            .formatted(noun, variable)
                        + "'java -cp benchmarks/target/benchmarks.jar "
                        + Server.class.getName()
                        + "', which starts servers and stops them at the end of its input."));
  }

  /** Tells the rest of this JVM; the environment cannot be changed. */
  void announce(String url) {
    System.setProperty(property, url);
  }

  void withdraw() {
    System.clearProperty(property);
  }
}

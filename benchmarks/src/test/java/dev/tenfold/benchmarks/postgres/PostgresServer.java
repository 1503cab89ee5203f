package dev.tenfold.benchmarks.postgres;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Starts a server for all tests of this JVM before the first class that asks for one, and stops it
 * after the last; none if the environment names one already. A test that bears it takes seconds:
 * tag it {@code slow}.
 */
public final class PostgresServer implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    if (Role.PRIMARY.url().isEmpty()) {
      context
          .getRoot()
          .getStore(Namespace.create(PostgresServer.class))
          .computeIfAbsent(Server.class, key -> Server.start(), Server.class);
    }
  }

  /** Leaves a test out where the environment names a server, but no replica of it. */
  public static void assumeReplica() {
    Assumptions.assumeTrue(
        Role.REPLICA.url().isPresent(), () -> Role.REPLICA.variable + " is not set.");
  }
}

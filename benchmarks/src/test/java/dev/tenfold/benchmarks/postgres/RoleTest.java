package dev.tenfold.benchmarks.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
  private final Optional<String> primary = Role.PRIMARY.url();
  private final Optional<String> replica = Role.REPLICA.url();

  @BeforeEach
  void forgetTheServerOfOtherTests() {
    for (Role role : Role.values()) {
      assumeThat(System.getenv(role.variable)).isNull();
      role.withdraw();
    }
  }

  @AfterEach
  void tellOfItAgain() {
    for (Role role : Role.values()) {
      role.withdraw();
    }
    primary.ifPresent(Role.PRIMARY::announce);
    replica.ifPresent(Role.REPLICA::announce);
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnAddressTheErrorSaysWhichVariableToSetAndHowToGetOne(Role role) {
    assertThat(role.url()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(role::requireUrl)
        .withMessageContaining("set " + role.variable)
        .withMessageContaining(
            "java -cp benchmarks/target/benchmarks.jar " + Server.class.getName());
  }

  @ParameterizedTest
  @EnumSource
  void anAnnouncedAddressIsFound(Role role) {
    role.announce("jdbc:postgresql://nowhere/");
    assertThat(role.requireUrl()).isEqualTo("jdbc:postgresql://nowhere/");
  }
}

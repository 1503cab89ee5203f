package dev.tenfold.benchmarks.structures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DensityTest {
  @ParameterizedTest
  @EnumSource
  void membersAscendAndAreTheSameEveryTime(Density density) {
    int[] members = density.members(1);
    assertThat(members).isSorted().doesNotHaveDuplicates().isEqualTo(density.members(1));
    assertThat(members[0]).isNotNegative();
    assertThat(members[members.length - 1]).isLessThan(Density.UNIVERSE);
    assertThat(members).isNotEqualTo(density.members(2));
  }

  /**
   * Within six standard deviations; those of the runs are the widest, for there are 100 of them.
   */
  @Test
  void theSharesOfTheUniverseAreTheOnesSaid() {
    assertThat(share(Density.DENSE)).isBetween(0.497, 0.503);
    assertThat(share(Density.SPARSE)).isBetween(0.0008, 0.0012);
    assertThat(share(Density.CLUSTERED)).isBetween(0.02, 0.18);
  }

  @Test
  void clusteredMembersComeInRunsOfAThousand() {
    int[] members = Density.CLUSTERED.members(1);
    int runs = 1;
    for (int i = 1; i < members.length; i++) {
      runs += members[i] == members[i - 1] + 1 ? 0 : 1;
    }
    assertThat(members.length / runs).isBetween(400, 1600);
  }

  private static double share(Density density) {
    return (double) density.members(1).length / Density.UNIVERSE;
  }
}

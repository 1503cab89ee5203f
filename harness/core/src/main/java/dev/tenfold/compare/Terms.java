package dev.tenfold.compare;

import java.util.EnumSet;
import java.util.Set;

/**
 * On what terms two runs are compared.
 *
 * @param kind how they came about
 * @param tolerated ways in which they may differ all the same
 * @param allocationOnly whether allocation alone is compared, because the two come from machines of
 *     different speed
 * @param spread between sessions, to be added to times
 */
public record Terms(
    Kind kind, Set<Tolerance> tolerated, boolean allocationOnly, SessionSpread spread) {
  public Terms {
    tolerated = tolerated.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(tolerated));
  }

  /** Two runs of one session, in which a side may have lost forks. */
  public static Terms sideBySide(Set<Tolerance> tolerated) {
    EnumSet<Tolerance> more = EnumSet.of(Tolerance.FORKS);
    more.addAll(tolerated);
    return new Terms(Kind.SIDE_BY_SIDE, more, false, SessionSpread.NONE);
  }

  /** Two runs of different moments. */
  public static Terms stored(Set<Tolerance> tolerated, SessionSpread spread) {
    return new Terms(Kind.STORED, tolerated, false, spread);
  }

  /** Two runs of different machines whose allocation can be compared. */
  public static Terms allocation(Set<Tolerance> tolerated) {
    EnumSet<Tolerance> more = EnumSet.of(Tolerance.MACHINE, Tolerance.JVM);
    more.addAll(tolerated);
    return new Terms(Kind.STORED, more, true, SessionSpread.NONE);
  }
}

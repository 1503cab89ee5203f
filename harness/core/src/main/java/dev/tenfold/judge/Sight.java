package dev.tenfold.judge;

import java.util.OptionalInt;

/**
 * How far the numbers at hand could see.
 *
 * @param smallestVisible the smallest true loss that would have been called one with 80 %
 *     probability: a fraction for times and throughputs (0.07 is a time 7 % longer, or a throughput
 *     7 % lower), in the metric's unit for differences
 * @param forksNeeded forks on each side with which a change as large as the equivalence margin
 *     would be seen or ruled out; empty where no sensible number is enough
 */
public record Sight(double smallestVisible, OptionalInt forksNeeded) {}

/**
 * Turns requests of the harness into JMH forks, from inside the measured jar's own class path.
 *
 * <p>This code rides in foreign JVMs: it is compiled for Java 8, has no dependency but the JMH that
 * the measured jar brings (1.19 to 1.37), and uses only what all of these versions have.
 *
 * <pre>
 * harness ──starts──▶ Host JVM (Host, Catalogue) ──JMH forks──▶ measured JVM (Turn, CpuTimeProfiler)
 *    ▲                                                                │
 *    └────────────────────── whose turn it is ────────────────────────┘
 * </pre>
 */
package dev.tenfold.probe;

/**
 * Turns a way of talking to a server into the time of a request: connections kept or not, HTTP/1.1
 * or HTTP/2, compressed or not, one by one or together, with a TLS session or without.
 *
 * <p>Client and server are in the same JVM and talk over the loopback interface. So the time, and
 * the bytes allocated, are what both ends cost in processors, without the latency and the bandwidth
 * of a network. That is meant: these are properties of the code and repeat, those are properties of
 * your network and can be added with a pencil. Each class says what to add. On a machine with one
 * processor, client and server take turns, and the scores are others.
 *
 * <p>The traps, and how the classes here avoid them:
 *
 * <ul>
 *   <li><b>Running out of ports.</b> Connections that are wound down occupy a port for a minute.
 *       Who opens one for each request closes it by a reset ({@code Loopback}), and a test looks at
 *       the list of the system's sockets.
 *   <li><b>Measuring a timer.</b> The server of the JDK waits 40 ms for an acknowledgement unless
 *       it is told not to ({@code JdkOrigin}); a test would notice it.
 *   <li><b>Measuring what was not meant.</b> Whether a connection is kept, HTTP/2 is spoken or a
 *       session resumed is up to libraries, which fall back in silence. Tests ask the server and
 *       the answers; TLS handshakes are counted while they are measured.
 *   <li><b>Measuring errors.</b> An answer that is not 200 ends the benchmark.
 *   <li><b>Measuring the warm-up.</b> A request runs through some thousand methods in several
 *       threads: the warm-up is twice that of the small suites.
 *   <li><b>Two at once.</b> Every server is on a free port of its own, on the loopback interface
 *       alone, so that two revisions can be measured side by side.
 * </ul>
 */
package dev.tenfold.benchmarks.network;

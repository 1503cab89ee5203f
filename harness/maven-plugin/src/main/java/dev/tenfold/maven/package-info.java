/**
 * Turns the parameters of a Maven build into a call of the pipeline, and a verdict into success or
 * failure.
 */
package dev.tenfold.maven;

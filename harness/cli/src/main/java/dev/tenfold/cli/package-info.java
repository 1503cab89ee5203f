/**
 * Turns a command line into a call of the pipeline, and what comes of it into text and an exit
 * code.
 *
 * <p>One class for each verb; nothing is decided here.
 */
package dev.tenfold.cli;

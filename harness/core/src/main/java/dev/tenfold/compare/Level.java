package dev.tenfold.compare;

/**
 * How high one side stands.
 *
 * @param typical the middle of the forks' quartiles on the better side: the quiet level
 * @param mean the mean of the forks' means
 * @param forks how many
 */
public record Level(double typical, double mean, int forks) {}

package dev.tenfold.html;

/**
 * Something that is told in so many words.
 *
 * @param term what it is about
 * @param text harmless
 */
record Fact(String term, String text) {}

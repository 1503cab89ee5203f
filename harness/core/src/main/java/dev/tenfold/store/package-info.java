/**
 * Turns nouns into files and files into nouns, in such a way that a file is either the old one or
 * the new one and never a part of either, whenever the power or the disk gives out.
 */
@NullMarked
package dev.tenfold.store;

import org.jspecify.annotations.NullMarked;

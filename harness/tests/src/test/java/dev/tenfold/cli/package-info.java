/** Turns the help texts of the command line into arguments for it, from inside its package. */
package dev.tenfold.cli;

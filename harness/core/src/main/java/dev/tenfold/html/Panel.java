package dev.tenfold.html;

import java.util.List;

/**
 * A drawing with an upright axis.
 *
 * @param title what is drawn, and what its signs mean
 * @param words what is seen in it, for those who do not see it
 * @param height in pixels
 * @param ticks beside its axis
 * @param marks the first one lies under the others
 */
record Panel(String title, String words, int height, List<Tick> ticks, List<Mark> marks) {
  Panel {
    ticks = List.copyOf(ticks);
    marks = List.copyOf(marks);
  }
}

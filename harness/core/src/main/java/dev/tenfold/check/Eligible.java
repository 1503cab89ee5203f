package dev.tenfold.check;

import dev.tenfold.judge.Verdict;
import dev.tenfold.measure.Progress;
import dev.tenfold.measure.Requirement;
import dev.tenfold.measure.Selection;
import dev.tenfold.measure.Task;
import java.util.ArrayList;
import java.util.List;

/** What of a selection can be measured in a JVM, and what has to be said of the rest. */
final class Eligible {
  private final Selection selection;
  private final int java;
  private final List<String> notes = new ArrayList<>();

  /**
   * What can be measured.
   *
   * @param java the feature release, such as 17
   */
  Eligible(Selection selection, int java) {
    this.selection = selection;
    this.java = java;
  }

  /** The selection, without what cannot be measured. */
  Selection selection() {
    return selection.in(java);
  }

  /** Those that can be measured. */
  List<Task> of(List<Task> tasks) {
    List<Requirement> unmet = selection.unmet(java);
    return tasks.stream()
        .filter(task -> unmet.stream().noneMatch(each -> each.benchmarks().matches(task.id())))
        .toList();
  }

  /** The same, of which the others are told of. */
  List<Task> of(List<Task> tasks, Progress progress) {
    for (Requirement unmet : selection.unmet(java)) {
      int missed =
          (int) tasks.stream().filter(task -> unmet.benchmarks().matches(task.id())).count();
      if (missed > 0) {
        String why = "they need Java %d, and this is Java %d".formatted(unmet.java(), java);
        progress.leftOut(missed, why);
        notes.add(
            "%d benchmarks like %s were left out: %s."
                .formatted(missed, unmet.benchmarks().text(), why));
      }
    }
    return of(tasks);
  }

  /** A verdict with notes on all that was left out. */
  Verdict noted(Verdict verdict) {
    Verdict noted = verdict;
    for (String note : notes) {
      noted = noted.noting(note);
    }
    return noted;
  }
}

package dev.tenfold.github;

import dev.tenfold.judge.Status;
import dev.tenfold.report.Markdown;
import dev.tenfold.report.Sources.Place;
import dev.tenfold.terminal.Visible;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCheckRun.AnnotationLevel;
import org.kohsuke.github.GHCheckRun.Conclusion;
import org.kohsuke.github.GHCheckRunBuilder;
import org.kohsuke.github.GHCheckRunBuilder.Annotation;
import org.kohsuke.github.GHCheckRunBuilder.Output;
import org.kohsuke.github.GHCommitState;
import org.kohsuke.github.GHRepository;

/**
 * The mark on the head of a pull request, for each suite: a check run, or where the token may not
 * make one, a commit status of the same name, so that a rule that demands the one takes the other.
 *
 * <p>Neither is worth failing for: what cannot be set is said, and that is all.
 */
final class HeadCheck {
  private static final int MOST_TITLE = 250;
  private static final int MOST_DESCRIPTION = 140;

  /** The library sends 50 at a time, and a stranger's results shall not send thousands. */
  private static final int MOST_ANNOTATIONS = 200;

  private final GHRepository repository;
  private final String head;
  private final Consumer<String> say;

  HeadCheck(GHRepository repository, String head, Consumer<String> say) {
    this.repository = repository;
    this.head = head;
    this.say = say;
  }

  static String name(String suite) {
    return "tenfold/" + suite;
  }

  /** Says that the suite is being measured. */
  void start(String suite) {
    String title = "The suite " + suite + " is being measured.";
    try {
      begun(suite).withStatus(GHCheckRun.Status.IN_PROGRESS).add(new Output(title, title)).create();
    } catch (IOException e) {
      insteadOf(e, suite, GHCommitState.PENDING, title);
    }
  }

  /** Says what came of it. */
  void complete(Judged judged, List<Notice> notices) {
    Status status = judged.verdict().status();
    String headline = judged.comment().headline();
    Output output = new Output(Visible.of(headline, MOST_TITLE), judged.comment().top());
    notices.stream()
        .filter(notice -> notice.place().isPresent())
        .limit(MOST_ANNOTATIONS)
        .forEach(notice -> output.add(annotation(notice)));
    complete(judged.suite(), conclusion(status), output, state(status), headline);
  }

  /**
   * Says that there is nothing to judge, so that no check stays begun for ever, nor passes.
   *
   * @param why in a sentence
   */
  void abandon(String suite, String why) {
    String title = "There is no verdict.";
    Output output = new Output(title, Markdown.prose(why));
    complete(suite, Conclusion.FAILURE, output, GHCommitState.ERROR, title);
  }

  private void complete(
      String suite, Conclusion conclusion, Output output, GHCommitState state, String brief) {
    try {
      begun(suite)
          .withStatus(GHCheckRun.Status.COMPLETED)
          .withConclusion(conclusion)
          .add(output)
          .create();
    } catch (IOException e) {
      insteadOf(e, suite, state, brief);
    }
  }

  /** The run that was begun at the start, or else a new one. */
  private GHCheckRunBuilder begun(String suite) throws IOException {
    Optional<GHCheckRun> begun =
        repository
            .getCheckRuns(head, Map.of("check_name", name(suite)))
            .withPageSize(100)
            .toList()
            .stream()
            .filter(run -> name(suite).equals(run.getExternalId()))
            .filter(run -> run.getStatus() != GHCheckRun.Status.COMPLETED)
            .findFirst();
    return begun
        .map(run -> repository.updateCheckRun(run.getId()))
        .orElseGet(() -> repository.createCheckRun(name(suite), head).withExternalID(name(suite)));
  }

  private static Annotation annotation(Notice notice) {
    Place place = notice.place().orElseThrow();
    AnnotationLevel level = notice.failure() ? AnnotationLevel.FAILURE : AnnotationLevel.WARNING;
    return new Annotation(place.file(), place.line(), level, notice.message())
        .withTitle(notice.title());
  }

  static Conclusion conclusion(Status status) {
    return switch (status) {
      case PASS -> Conclusion.SUCCESS;
      case REGRESSION, INCOMPLETE -> Conclusion.FAILURE;
      case INCONCLUSIVE, INCOMPARABLE -> Conclusion.NEUTRAL;
    };
  }

  /** A commit status cannot be neutral; what does not pass then looks like an error, not a pass. */
  private static GHCommitState state(Status status) {
    return switch (status) {
      case PASS -> GHCommitState.SUCCESS;
      case REGRESSION, INCOMPLETE -> GHCommitState.FAILURE;
      case INCONCLUSIVE, INCOMPARABLE -> GHCommitState.ERROR;
    };
  }

  private void insteadOf(IOException refused, String suite, GHCommitState state, String text) {
    if (!Refusal.isForbidden(refused)) {
      say.accept(Refusal.sentence("The check of the head could not be set", refused));
      return;
    }
    try {
      repository.createCommitStatus(
          head, state, null, Visible.of(text, MOST_DESCRIPTION), name(suite));
      say.accept("The token may not make a check run (checks: write); a commit status was set.");
    } catch (IOException e) {
      say.accept(Refusal.sentence("Neither a check nor a status of the head could be set", e));
    }
  }
}

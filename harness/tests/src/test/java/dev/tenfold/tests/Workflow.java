package dev.tenfold.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A workflow or an action of GitHub, held against what keeps a stranger's pull request from more
 * than it may.
 *
 * @param text as somebody wrote it, for comments are part of the rules
 * @param content what it means
 */
record Workflow(String text, Map<?, ?> content) {
  private static final Pattern PINNED =
      Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");
  private static final Pattern USES = Pattern.compile("(?m)^ *(?:- )?uses: (.*)$");

  /** What of the context is words of somebody else, or secret. */
  private static final Pattern FOREIGN =
      Pattern.compile("\\$\\{\\{[^}]*\\b(github\\.(event|head_ref|token)|inputs|secrets)\\b");

  private static final Pattern SECRET = Pattern.compile("\\b(secrets\\.|github\\.token)");
  private static final Pattern HEAD =
      Pattern.compile("head_sha|head_branch|head_ref|head\\.(sha|ref)|pull_requests|refs/pull");

  static Workflow read(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Workflow of(String text) {
    LoadSettings strict = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    return new Workflow(text, (Map<?, ?>) new Load(strict).loadFromString(text));
  }

  /** The actions that it calls, as they are written, with the comment behind. */
  List<String> uses() {
    return USES.matcher(text).results().map(match -> match.group(1).strip()).toList();
  }

  /** Which rules it breaks, in words; none of a good one. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    uses().stream()
        .filter(uses -> !uses.startsWith("./") && !PINNED.matcher(uses).matches())
        .forEach(uses -> faults.add("not pinned by a whole hash with its version behind: " + uses));
    if (content.containsKey("runs")) {
      steps(map(content.get("runs")), faults);
      return faults;
    }
    Set<?> events = events();
    if (events.contains("pull_request_target")) {
      faults.add("pull_request_target");
    }
    permissions(events, faults);
    jobs().forEach((name, job) -> job(name, job, events, faults));
    if (!map(map(content.get("defaults")).get("run")).containsKey("shell")) {
      faults.add("no shell is named, and without a name it goes on after a failed pipe");
    }
    if (!content.containsKey("concurrency")) {
      faults.add("no concurrency");
    }
    return faults;
  }

  /** The events that start it. */
  Set<?> events() {
    Object on = content.get("on");
    return on instanceof Map<?, ?> several ? several.keySet() : Set.of(String.valueOf(on));
  }

  private void permissions(Set<?> events, List<String> faults) {
    Object top = content.get("permissions");
    if (!Map.of().equals(top) && !Map.of("contents", "read").equals(top)) {
      faults.add("permissions at the top are neither {} nor contents: read");
    }
    jobs()
        .forEach(
            (name, job) -> {
              boolean writes = map(job.get("permissions")).containsValue("write");
              boolean isText = job.get("permissions") instanceof String;
              if (isText || writes && events.contains("pull_request")) {
                faults.add(name + " may write, and strangers start it");
              }
            });
  }

  private static void job(Object name, Map<?, ?> job, Set<?> events, List<String> faults) {
    if (!(job.get("timeout-minutes") instanceof Integer)) {
      faults.add(name + " has no timeout-minutes");
    }
    if (String.valueOf(job.get("runs-on")).contains("latest")) {
      faults.add(name + " runs on another system tomorrow");
    }
    steps(job, faults);
    boolean pushes =
        map(job.get("permissions")).get("contents") instanceof String right
            && right.equals("write");
    for (Map<?, ?> step : list(job.get("steps"))) {
      if (!String.valueOf(step.get("uses")).startsWith("actions/checkout@")) {
        continue;
      }
      Map<?, ?> with = map(step.get("with"));
      if (!Boolean.FALSE.equals(with.get("persist-credentials")) && !pushes) {
        faults.add(name + " leaves the token in the work tree");
      }
      if (events.contains("workflow_run")
          && (with.containsKey("ref") || with.containsKey("repository"))) {
        faults.add(name + " has rights and does not check out the default branch");
      }
    }
  }

  private static void steps(Map<?, ?> job, List<String> faults) {
    walk(
        "",
        job,
        (path, value) -> {
          boolean runs = path.matches(".*/run");
          if (runs && FOREIGN.matcher(value).find()) {
            faults.add("words of somebody else become part of a command: " + value.strip());
          }
          if (SECRET.matcher(value).find()
              && !path.matches(".*/env/[^/]+|.*/with/(github-)?token")) {
            faults.add("a secret at " + path);
          }
          if (runs && HEAD.matcher(value).find() && value.contains("git ")) {
            faults.add("a command fetches the head: " + value.strip());
          }
        });
  }

  private static void walk(String path, Object node, BiConsumer<String, String> each) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> walk(path + "/" + key, value, each));
    } else if (node instanceof List<?> list) {
      list.forEach(value -> walk(path, value, each));
    } else {
      each.accept(path, String.valueOf(node));
    }
  }

  Map<String, Map<?, ?>> jobs() {
    Map<String, Map<?, ?>> jobs = new LinkedHashMap<>();
    map(content.get("jobs")).forEach((name, job) -> jobs.put(String.valueOf(name), map(job)));
    return jobs;
  }

  static Map<?, ?> map(Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }

  static List<Map<?, ?>> list(Object node) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (node instanceof List<?> list) {
      list.forEach(element -> maps.add(map(element)));
    }
    return maps;
  }
}

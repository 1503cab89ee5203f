package dev.tenfold.github;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stand-in for the interface of GitHub with one repository, {@code acme/lib}. It remembers what
 * it is told, and answers otherwise where a rule says so.
 */
public final class FakeGitHub implements ResponseDefinitionTransformerV2, AutoCloseable {
  public static final String BOT = "github-actions[bot]";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern COMMENT = Pattern.compile("/repos/acme/lib/issues/comments/(\\d+)");
  private static final Pattern RUN = Pattern.compile("/repos/acme/lib/check-runs/(\\d+)");
  private static final Pattern PULL = Pattern.compile("/repos/acme/lib/pulls/(\\d+)");

  /** What GitHub answers a token that may not do it. */
  public static final ResponseDefinitionBuilder FORBIDDEN =
      answer(403, "{\"message\":\"Resource not accessible by integration\"}");

  private final WireMockServer server;
  private final String address;
  private final List<Rule> rules = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private final Set<String> authorizations = ConcurrentHashMap.newKeySet();
  private final Map<Long, ObjectNode> comments = new TreeMap<>();
  private final Map<Long, ObjectNode> pulls = new TreeMap<>();
  public final List<ObjectNode> checkRuns = new ArrayList<>();
  public final List<JsonNode> statuses = new ArrayList<>();
  private long ids = 1000;

  /** Who the token belongs to; a bot's may not ask. */
  public String login = BOT;

  /** Is told of each call before it is answered. */
  public volatile Consumer<String> before = call -> {};

  private static final class Rule {
    private final Pattern calls;
    private final ResponseDefinition answer;
    private int left;

    Rule(int times, String calls, ResponseDefinition answer) {
      this.calls = Pattern.compile(calls);
      this.answer = answer;
      this.left = times;
    }
  }

  public FakeGitHub() {
    server =
        new WireMockServer(
            wireMockConfig().dynamicPort().bindAddress("127.0.0.1").extensions(this));
    server.start();
    address = "http://127.0.0.1:" + server.port();
    server.stubFor(any(anyUrl()).willReturn(ok()));
  }

  public static ResponseDefinitionBuilder answer(int status, String body) {
    return new ResponseDefinitionBuilder()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  public String address() {
    return address;
  }

  /** The first calls of this kind, as "METHOD path?query", are answered so. */
  public synchronized void rule(int times, String calls, ResponseDefinitionBuilder answer) {
    rules.add(new Rule(times, calls, answer.build()));
  }

  public synchronized List<String> calls(String regex) {
    return calls.stream().filter(call -> call.matches(regex)).toList();
  }

  public Set<String> authorizations() {
    return authorizations;
  }

  /**
   * A pull request from a branch, "owner/name:branch". Its merge is a revision of fives and its
   * number.
   */
  public synchronized void pull(int number, String state, String from, String sha) {
    String[] place = from.split("[/:]");
    ObjectNode pull = JSON.createObjectNode();
    pull.put("id", number * 10L).put("number", number).put("state", state);
    pull.put("merge_commit_sha", merge(number)).put("mergeable_state", "clean");
    ObjectNode head = pull.putObject("head");
    head.put("sha", sha).put("ref", place[2]).put("label", place[0] + ":" + place[2]);
    head.set("repo", repository(place[0], place[1]));
    pulls.put((long) number, pull);
  }

  public static String merge(int number) {
    return "5".repeat(30) + "%010d".formatted(number);
  }

  private static ObjectNode repository(String owner, String name) {
    ObjectNode repository = JSON.createObjectNode();
    repository.put("id", 1).put("name", name).put("full_name", owner + "/" + name);
    repository.putObject("owner").put("login", owner).put("id", 2);
    return repository;
  }

  /** A comment that is there already. */
  public synchronized long comment(String author, String body) {
    return newComment(author, body).get("id").asLong();
  }

  private ObjectNode newComment(String author, String body) {
    long id = ids++;
    ObjectNode comment = JSON.createObjectNode();
    comment.put("id", id).put("body", body);
    comment.put("html_url", "https://github.example/acme/lib/pull/7#issuecomment-" + id);
    if (author.isEmpty()) {
      comment.putNull("user");
    } else {
      comment.putObject("user").put("login", author).put("id", 3);
    }
    comments.put(id, comment);
    return comment;
  }

  /** The texts of all comments, the oldest first. */
  public synchronized List<String> bodies() {
    return comments.values().stream().map(comment -> comment.get("body").asString()).toList();
  }

  @Override
  public String getName() {
    return "fake-github";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    LoggedRequest request = event.getRequest();
    String call = request.getMethod().getName() + " " + request.getUrl();
    authorizations.add(String.valueOf(request.getHeader("Authorization")));
    before.accept(call);
    synchronized (this) {
      calls.add(call);
      for (Rule rule : rules) {
        if (rule.left > 0 && rule.calls.matcher(call).matches()) {
          rule.left--;
          return rule.answer;
        }
      }
      return answered(request.getMethod().getName(), URI.create(request.getUrl()), request);
    }
  }

  private ResponseDefinition answered(String method, URI uri, LoggedRequest request) {
    String route =
        method
            + " "
            + uri.getPath().replaceAll("[0-9a-f]{40}", "SHA").replaceAll("/\\d+(?=/|$)", "/N");
    String body = request.getBodyAsString();
    return switch (route) {
      case "GET /user" ->
          login.endsWith("[bot]")
              ? FORBIDDEN.build()
              : found("{\"id\":3,\"login\":\"%s\"}".formatted(login));
      case "GET /repos/acme/lib" -> found(repository("acme", "lib").toString());
      case "GET /repos/acme/lib/pulls" -> found(pullsFrom(query(uri).get("head")).toString());
      case "GET /repos/acme/lib/pulls/N" -> found(pulls.get(number(PULL, uri)));
      case "GET /repos/acme/lib/issues/N/comments" -> page(query(uri), uri);
      case "POST /repos/acme/lib/issues/N/comments" ->
          answer(201, newComment(login, JSON.readTree(body).get("body").asString()).toString())
              .build();
      case "PATCH /repos/acme/lib/issues/comments/N" ->
          found(merged(comments.get(number(COMMENT, uri)), body));
      case "DELETE /repos/acme/lib/issues/comments/N" ->
          comments.remove(number(COMMENT, uri)) == null
              ? found((ObjectNode) null)
              : answer(204, "").build();
      case "GET /repos/acme/lib/commits/SHA/check-runs" -> found(checkRuns(query(uri)).toString());
      case "POST /repos/acme/lib/check-runs" -> newCheckRun(body);
      case "PATCH /repos/acme/lib/check-runs/N" -> changedCheckRun(number(RUN, uri), body);
      case "POST /repos/acme/lib/statuses/SHA" -> {
        statuses.add(JSON.readTree(body));
        yield answer(201, "{\"id\":9,\"state\":\"success\"}").build();
      }
      default -> answer(500, "{\"message\":\"The stand-in knows no %s\"}".formatted(route)).build();
    };
  }

  private static ResponseDefinition found(String json) {
    return answer(200, json).build();
  }

  private static ResponseDefinition found(ObjectNode node) {
    return node == null
        ? answer(404, "{\"message\":\"Not Found\"}").build()
        : found(node.toString());
  }

  private static ObjectNode merged(ObjectNode node, String change) {
    return node == null ? null : node.setAll((ObjectNode) JSON.readTree(change));
  }

  private static long number(Pattern pattern, URI uri) {
    Matcher matcher = pattern.matcher(uri.getPath());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(uri.toString());
    }
    return Long.parseLong(matcher.group(1));
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&")) {
        String[] parts = pair.split("=", 2);
        query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private ArrayNode pullsFrom(String label) {
    ArrayNode all = JSON.createArrayNode();
    pulls.values().stream()
        .filter(pull -> pull.get("head").get("label").asString().equals(label))
        .forEach(all::add);
    return all;
  }

  private ResponseDefinition page(Map<String, String> query, URI uri) {
    int size = Integer.parseInt(query.getOrDefault("per_page", "30"));
    int page = Integer.parseInt(query.getOrDefault("page", "1"));
    List<ObjectNode> all = List.copyOf(comments.values());
    ArrayNode shown = JSON.createArrayNode();
    all.stream().skip((long) size * (page - 1)).limit(size).forEach(shown::add);
    ResponseDefinitionBuilder answer = answer(200, shown.toString());
    if (all.size() > size * page) {
      answer.withHeader(
          "Link",
          "<%s%s?per_page=%d&page=%d>; rel=\"next\""
              .formatted(address(), uri.getPath(), size, page + 1));
    }
    return answer.build();
  }

  private ObjectNode checkRuns(Map<String, String> query) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode found = JSON.createArrayNode();
    checkRuns.stream()
        .filter(run -> run.get("name").asString().equals(query.get("check_name")))
        .forEach(found::add);
    answer.put("total_count", found.size());
    answer.set("check_runs", found);
    return answer;
  }

  private ResponseDefinition newCheckRun(String body) {
    ObjectNode run = (ObjectNode) JSON.readTree(body);
    run.put("id", ids++);
    checkRuns.add(run);
    return answer(201, shown(run)).build();
  }

  private ResponseDefinition changedCheckRun(long id, String body) {
    ObjectNode run =
        checkRuns.stream().filter(each -> each.get("id").asLong() == id).findFirst().orElse(null);
    if (run == null) {
      return found((ObjectNode) null);
    }
    JsonNode earlier = run.path("output").path("annotations");
    ObjectNode change = (ObjectNode) JSON.readTree(body);
    ArrayNode annotations = JSON.createArrayNode();
    earlier.forEach(annotations::add);
    change.path("output").path("annotations").forEach(annotations::add);
    run.setAll(change);
    if (run.path("output") instanceof ObjectNode output && !annotations.isEmpty()) {
      output.set("annotations", annotations);
    }
    return found(shown(run));
  }

  /** GitHub answers with a count in the place of the annotations. */
  private static String shown(ObjectNode run) {
    ObjectNode shown = run.deepCopy();
    if (shown.path("output") instanceof ObjectNode output) {
      output.remove("annotations");
    }
    return shown.toString();
  }

  @Override
  public void close() {
    server.stop();
  }
}

package dev.tenfold.config;

import dev.tenfold.run.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A place in a YAML file, which knows its line. Every complaint names file and line.
 *
 * <p>Tags and aliases are refused: a configuration needs neither, and they are how a YAML file
 * harms the one who reads it.
 */
final class YamlTree {
  private static final Set<Tag> PLAIN =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP);

  private final String file;
  private final Node node;

  private YamlTree(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  /** The root of a file, or empty if the file says nothing. */
  static Optional<YamlTree> parse(String file, String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        if (event.getEventId() == Event.ID.Alias) {
          int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
          throw new InputException(
              "%s, line %s: aliases (*name) are not supported; write the value out."
                  .formatted(file, line));
        }
      }
      return new Compose(settings).composeString(text).map(root -> new YamlTree(file, root));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw new InputException("%s, line %s: %s.".formatted(file, line, e.getProblem()), e);
    } catch (StackOverflowError e) {
      throw new InputException(file + " is nested too deeply to be a configuration.", e);
    } catch (YamlEngineException e) {
      throw new InputException("%s is no readable YAML: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** The entries of a mapping whose keys may be any. */
  Map<String, YamlTree> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("expected keys with values here");
    }
    plain();
    Map<String, YamlTree> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlTree key = new YamlTree(file, tuple.getKeyNode());
      if (entries.put(key.text(), new YamlTree(file, tuple.getValueNode())) != null) {
        throw key.wrong("the key \"%s\" stands here a second time".formatted(key.text()));
      }
    }
    return entries;
  }

  /** The entries of a mapping whose keys are known. */
  Map<String, YamlTree> entries(String... known) {
    Map<String, YamlTree> entries = entries();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      YamlTree key = new YamlTree(file, tuple.getKeyNode());
      if (!Arrays.asList(known).contains(key.text())) {
        throw key.wrong(
            "there is no key \"%s\"; did you mean \"%s\"?"
                .formatted(key.text(), Spelling.nearest(key.text(), known)));
      }
    }
    return entries;
  }

  /** One of the entries of this mapping, which must be there. */
  YamlTree required(Map<String, YamlTree> entries, String key) {
    YamlTree entry = entries.get(key);
    if (entry == null) {
      throw wrong("the key \"%s\" is missing here".formatted(key));
    }
    return entry;
  }

  List<YamlTree> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("expected a list here: [a, b]");
    }
    plain();
    List<YamlTree> items = new ArrayList<>();
    sequence.getValue().forEach(item -> items.add(new YamlTree(file, item)));
    return items;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  String text() {
    if (node.getTag().equals(Tag.NULL)) {
      throw wrong("the value is missing");
    }
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong("expected a single value here");
    }
    plain();
    if (scalar.getValue().chars().anyMatch(c -> Character.isISOControl(c))) {
      throw wrong("a control character stands in the value");
    }
    return scalar.getValue();
  }

  private void plain() {
    if (!PLAIN.contains(node.getTag())) {
      throw wrong("the tag %s is not supported".formatted(node.getTag()));
    }
  }

  /** The text, which must be like this regular expression as a whole. */
  String matching(String regex, String expected) {
    if (!text().matches(regex)) {
      throw wrong(expected + ", not \"" + text() + "\"");
    }
    return text();
  }

  int number(int least) {
    return as(
        text -> {
          int number = Integer.parseInt(text);
          if (number < least) {
            throw new NumberFormatException();
          }
          return number;
        },
        "expected a whole number, at least " + least);
  }

  boolean yes() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("expected true or false");
    };
  }

  /** The text as whatever this makes of it; what it refuses is refused with the line. */
  <T> T as(Function<String, T> meaning, String expected) {
    try {
      return meaning.apply(text());
    } catch (InputException e) {
      throw e.getMessage().startsWith(file) ? e : wrong(e.getMessage());
    } catch (IllegalArgumentException e) {
      throw wrong(expected + ", not \"" + text() + "\"");
    }
  }

  InputException wrong(String what) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    String end = what.endsWith(".") || what.endsWith("?") ? "" : ".";
    return new InputException("%s, line %s: %s%s".formatted(file, line, what, end));
  }
}

package dev.tenfold.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that a README tells its reader to type.
 *
 * @param commands the lines of its fenced blocks of {@code sh}, in order, without comments; one
 *     that goes on in the next line is one command
 */
record Readme(List<String> commands) {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

  static Readme of(String markdown) {
    List<String> commands = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(markdown);
    while (blocks.find()) {
      blocks
          .group(1)
          .replaceAll("\\\\\\n\\s*", "")
          .lines()
          .map(line -> line.replaceFirst("(^| +)#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .forEach(commands::add);
    }
    return new Readme(List.copyOf(commands));
  }

  List<String> beginningWith(String start) {
    return commands.stream().filter(command -> command.startsWith(start)).toList();
  }
}

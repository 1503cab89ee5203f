package dev.tenfold.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/** Whoever types an example of a help text gets no usage error. */
class ExamplesTest {
  private static final Pattern COMMAND = Pattern.compile("tenfold ([^>()]+)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TestFactory
  Stream<DynamicTest> everyExampleIsUnderstood() {
    return examples(Tenfold.commandLine())
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example,
                    () ->
                        assertThatCode(() -> Tenfold.commandLine().parseArgs(words(example)))
                            .doesNotThrowAnyException()));
  }

  private static Stream<String> examples(CommandLine command) {
    Stream<String> own =
        Stream.of(command.getCommandSpec().usageMessage().footer())
            .flatMap(line -> COMMAND.matcher(line.replace("%%", "%")).results())
            .map(match -> match.group(1).strip());
    return Stream.concat(
        own, command.getSubcommands().values().stream().flatMap(ExamplesTest::examples));
  }

  private static String[] words(String example) {
    List<String> words = new ArrayList<>();
    for (MatchResult word : WORD.matcher(example).results().toList()) {
      words.add(Objects.requireNonNullElse(word.group(1), word.group()));
    }
    return words.toArray(String[]::new);
  }
}

package dev.tenfold.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenfold.compare.Kind;
import dev.tenfold.judge.Status;
import dev.tenfold.judge.Verdict;
import dev.tenfold.run.Origin;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {

  @ParameterizedTest
  @EnumSource
  void isFoundByTheNameThatItPrints(Format format) {
    assertThat(Format.of(format.toString())).contains(format);
    assertThat(format.toString()).isLowerCase().isAlphanumeric();
  }

  @Test
  void anUnknownNameIsThatOfNone() {
    assertThat(Format.of("pdf")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void writesLatinDigitsAlsoWhereThePeopleWriteOthers(Format format) {
    Verdict full = Verdicts.full();
    Verdict verdict =
        new Verdict(
            full.status(),
            Kind.STORED,
            Origin.UNKNOWN,
            Origin.UNKNOWN,
            full.findings(),
            full.growths(),
            full.notes(),
            full.policy());
    String before = Verdicts.text(format, verdict);
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(Verdicts.text(format, verdict)).isEqualTo(before);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CSV")
  void saysSomethingAlsoOfAVerdictOnNothing(Format format) {
    Verdict empty = Verdicts.verdict(Status.INCOMPLETE, List.of());
    assertThat(Verdicts.text(format, empty)).containsIgnoringCase("incomplete");
  }

  @Test
  void aTableOfNothingHasItsHeader() {
    Verdict empty = Verdicts.verdict(Status.INCOMPLETE, List.of());
    assertThat(Verdicts.text(Format.CSV, empty))
        .startsWith("benchmark,mode,threads,params,")
        .endsWith(",because\r\n")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @EnumSource
  void printsNoControlCharacterOfTheData(Format format) {
    String text = Verdicts.text(format, Verdicts.full());
    assertThat(text.replace("\r\n", "\n").codePoints().filter(c -> c != '\n'))
        .noneMatch(Character::isISOControl)
        .noneMatch(c -> Character.getType(c) == Character.FORMAT)
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    assertThat(text.lines())
        .noneMatch(line -> line.strip().startsWith("::"))
        .noneMatch(line -> line.contains("##["));
  }
}

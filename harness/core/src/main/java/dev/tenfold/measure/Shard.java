package dev.tenfold.measure;

import dev.tenfold.run.BenchmarkId;
import dev.tenfold.run.InputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several equal shares of a suite, which are measured apart. Both sides of a benchmark are
 * in the same share, so that they are measured beside each other.
 *
 * @param number which, from 1
 * @param count how many there are
 */
public record Shard(int number, int count) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  public Shard {
    if (number < 1 || number > count) {
      throw new InputException(
          "A shard is one of those that there are: 1/5, 2/5 and so on up to 5/5, not %s/%s."
              .formatted(number, count));
    }
  }

  /**
   * The shard of this text, for example {@code 2/5}.
   *
   * @throws InputException if it is none
   */
  public static Shard of(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new InputException(
          "A shard is written as its number and how many there are, for example 2/5, not \"%s\"."
              .formatted(text));
    }
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * The benchmarks of this shard. They are dealt out in the order of their identities, one to each
   * shard in turn: the numbers in two shards differ by one at most, and the variants of one method,
   * which take alike long, are spread.
   *
   * @param all benchmarks of the suite, in any order
   */
  public SortedSet<BenchmarkId> of(Collection<BenchmarkId> all) {
    List<BenchmarkId> sorted = new ArrayList<>(new TreeSet<>(all));
    SortedSet<BenchmarkId> mine = new TreeSet<>();
    for (int i = number - 1; i < sorted.size(); i += count) {
      mine.add(sorted.get(i));
    }
    return mine;
  }

  /** All that there are, this one among them. */
  public List<Shard> all() {
    return IntStream.rangeClosed(1, count).mapToObj(each -> new Shard(each, count)).toList();
  }

  @Override
  public String toString() {
    return number + "/" + count;
  }
}

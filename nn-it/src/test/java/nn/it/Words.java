package nn.it;

import java.util.stream.Stream;

/** Words of a command line. */
final class Words {
  private Words() {}

  /** All of them, in order. */
  static String[] join(String[] first, String... then) {
    return Stream.of(first, then).flatMap(Stream::of).toArray(String[]::new);
  }
}

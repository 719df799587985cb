package nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nn.api.Activation;
import nn.api.ElementwiseActivation;
import nn.api.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Records that do not hold what they were given, so that a saved model would be another one. */
class DishonestRecordTest {
  /** A line through 0. */
  private interface Line extends ElementwiseActivation {
    double slope();

    @Override
    default double value(double x) {
      return slope() * x;
    }

    @Override
    default double derivative(double x) {
      return slope();
    }
  }

  /** Says twice what it holds. */
  public record Doubling(double slope) implements Line {
    public Doubling() {
      this(1);
    }

    @Override
    public double slope() {
      return 2 * slope;
    }
  }

  /** Starts where nobody may go. */
  public record Outside(@Param(min = 0.01, max = 1) double slope) implements Line {
    public Outside() {
      this(0);
    }
  }

  /** Holds nothing. */
  public record Nothing(String word) implements Line {
    public Nothing() {
      this(null);
    }

    @Override
    public double slope() {
      return 1;
    }
  }

  /** Does not compare. */
  public record Unequal() implements Line {
    @Override
    public double slope() {
      return 1;
    }

    @Override
    @SuppressWarnings("EqualsUnsafeCast")
    public boolean equals(Object other) {
      throw new UnsupportedOperationException("no equals");
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /** Has another plugin among its values. */
  public record Outer(Activation inner) implements Line {
    public Outer() {
      this(new Unequal());
    }

    @Override
    public double slope() {
      return 1;
    }
  }

  private final Plugins plugins =
      Plugins.of(Doubling.class, Outside.class, Nothing.class, Unequal.class, Outer.class);

  @Test
  void aTextThatBuildsAnotherPluginIsRefused() {
    assertRefused(
        "doubling: what doubling(slope=2) builds is not the plugin that this was written from. Its"
            + " author has to correct it; nn check test-classes says more.",
        () -> plugins.fullText(new Doubling(1)));
    assertEquals("doubling(slope=0)", plugins.fullText(new Doubling(0)));
  }

  @Test
  void aDefaultOutsideItsOwnBoundsIsRefused() {
    assertRefused(
        "outside: slope must be between 0.01 and 1, got 0.", () -> plugins.fullText(new Outside()));
  }

  @Test
  void aValueThatIsNullIsNamed() {
    String sentence =
        "nothing: word is null, but a parameter always has a value. Its author has to correct it.";
    assertRefused(sentence, () -> plugins.fullText(new Nothing()));
    assertRefused(sentence, () -> plugins.values(new Nothing()));
  }

  @Test
  void aPluginWhoseEqualsFailsIsNamed() {
    String sentence =
        "unequal (from test-classes): its equals failed: no equals. Its author has to correct it.";
    assertRefused(sentence, () -> plugins.fullText(new Unequal()));
    assertRefused(sentence, () -> plugins.shortText(new Outer()));
    assertRefused(sentence.replace("unequal", "outer"), () -> plugins.fullText(new Outer()));
  }

  private static void assertRefused(String sentence, Executable part) {
    assertEquals(sentence, assertThrows(PluginException.class, part).getMessage());
  }
}

package nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.stream.Stream;
import nn.api.ElementwiseActivation;
import nn.api.Named;
import nn.api.Optimizer;
import nn.api.Param;
import nn.api.Plugin;
import nn.api.RowActivation;
import nn.api.Schedule;
import nn.core.sample.SampleRelu;
import nn.core.sample.SampleSgd;
import nn.core.sample.SampleSoftmax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
  /** A schedule in one line. */
  public interface Flat extends Schedule {
    @Override
    default double factor(long number, long total) {
      return 1;
    }
  }

  public static final class NoRecord implements Flat {}

  record Hidden() implements Flat {}

  public record NoDefaults(double a) implements Flat {}

  @SuppressWarnings("ArrayRecordComponent") // the fault under test
  public record Table(double[] values) implements Flat {
    public Table() {
      this(new double[0]);
    }
  }

  @Named("Much Too Flat")
  public record BadName() implements Flat {}

  @Named(aliases = {"fine", "not fine"})
  public record BadAlias() implements Flat {}

  public record Many(
      int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m)
      implements Flat {
    public Many() {
      this(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
  }

  @SuppressWarnings("MemberName")
  public record Twins(int someThing, int some_thing) implements Flat {
    public Twins() {
      this(0, 0);
    }
  }

  public record Kindless() implements Plugin {}

  private static final String PUBLIC = "Write public record ";

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(NoRecord.class, "$NoRecord must be a record. " + PUBLIC + "NoRecord."),
        Arguments.of(Hidden.class, "$Hidden must be declared public. " + PUBLIC + "Hidden."),
        Arguments.of(
            NoDefaults.class,
            "$NoDefaults needs a public constructor without arguments that supplies the defaults."
                + " Write public NoDefaults() { this(...); }."),
        Arguments.of(Many.class, "$Many has 13 parameters. At most 12 are allowed."),
        Arguments.of(
            Kindless.class,
            "$Kindless implements Plugin but no kind of plugin. Let it implement a form of"
                + " activation, loss, optimizer, schedule or initializer."));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aClassOfTheWrongShapeIsTurnedAway(Class<? extends Plugin> type, String message) {
    assertEquals("test-classes: nn.core.plugin.RulesTest" + message, problem(type));
  }

  @Test
  void parametersHaveSimpleTypesAndDistinctNames() {
    assertEquals(
        "test-classes: Parameter 'values' of nn.core.plugin.RulesTest$Table has type double[]."
            + " Allowed are double, float, int, long, boolean, String, enums and other plugins.",
        problem(Table.class));
    assertEquals(
        "test-classes: Two parameters of nn.core.plugin.RulesTest$Twins are written 'some-thing'."
            + " Rename one.",
        problem(Twins.class));
  }

  @Test
  void namesAndAliasesFollowThePattern() {
    assertEquals(
        "test-classes: 'Much Too Flat' is not a valid name for nn.core.plugin.RulesTest$BadName. Use"
            + " at most 40 of a-z, 0-9 and hyphens, for example @Named(\"much-too-flat\").",
        problem(BadName.class));
    assertEquals(
        "test-classes: alias 'not fine' is not a valid name for nn.core.plugin.RulesTest$BadAlias."
            + " Use at most 40 of a-z, 0-9 and hyphens, for example @Named(\"not-fine\").",
        problem(BadAlias.class));
  }

  private static String problem(Class<? extends Plugin> type) {
    Plugins plugins = Plugins.of(type);
    assertEquals(1, plugins.problems().size());
    assertEquals(Problem.Severity.WARNING, plugins.problems().get(0).severity());
    return plugins.problems().get(0).text();
  }

  /** How to count. */
  public enum Mode {
    ONE_HOT,
    PLAIN
  }

  /** Every type that a parameter may have. */
  public record Everything(
      @Param(min = -5, max = 5) int whole,
      @Param(max = 1e12) long large,
      @Param(min = 0, max = 0.1) float narrow,
      boolean flag,
      Mode mode,
      String label,
      ElementwiseActivation inner,
      Optimizer optimizer)
      implements Flat {
    public Everything() {
      this(1, 2, 0.05f, false, Mode.PLAIN, "it's", new SampleRelu(), new SampleSgd());
    }

    public Everything {
      if (label.isEmpty()) {
        throw new IllegalArgumentException("label is empty, give it a letter");
      }
      if (label.equals("?")) {
        throw new IllegalStateException();
      }
    }
  }

  private final Plugins plugins =
      Plugins.of(Everything.class, SampleRelu.class, SampleSgd.class, SampleSoftmax.class);

  @Test
  void everyTypeReadsBack() {
    Everything plugin =
        new Everything(
            -5,
            Long.MIN_VALUE,
            0.1f,
            true,
            Mode.ONE_HOT,
            "a 'b', (c)=\n",
            new SampleRelu(),
            new SampleSgd(1));
    String text = plugins.fullText(plugin);
    assertEquals(
        "everything(whole=-5, large=-9223372036854775808, narrow=0.1, flag=true, mode=one-hot,"
            + " label='a ''b'', (c)=\n', inner=relu, optimizer=sgd(learning-rate=1))",
        text);
    assertEquals(plugin, plugins.schedule(text));
    assertEquals(plugin, plugins.schedule(plugins.shortText(plugin)));
    assertEquals(
        "everything(whole=1, large=2, narrow=0.05, flag=false, mode=plain, label='it''s',"
            + " inner=relu, optimizer=sgd(learning-rate=0.01))",
        plugins.fullText(new Everything()));
  }

  @Test
  void wholeNumbersMayBeWrittenWithAnExponent() {
    assertEquals(1000L, ((Everything) plugins.schedule("everything(large=1e3)")).large());
  }

  @Test
  void changesMayBeValuesOfAnyType() {
    Everything changed =
        plugins.with(
            new Everything(),
            Map.of("mode", Mode.ONE_HOT, "label", "x(", "narrow", 0.1, "large", 7, "flag", "true"));
    assertEquals(
        new Everything(1, 7, 0.1f, true, Mode.ONE_HOT, "x(", new SampleRelu(), new SampleSgd()),
        changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "whole=1.5|whole must be a whole number of at most 32 bits, got '1.5'.",
        "whole=1e99999999999|whole must be a whole number of at most 32 bits, got '1e99999999999'.",
        "whole=six|whole must be a whole number, got 'six'.",
        "whole=6|whole must be between -5 and 5, got 6.",
        "large=2e12|large must be at most 1e12, got 2e12.",
        "large=1e30|large must be a whole number of at most 64 bits, got '1e30'.",
        "narrow=0.2|narrow must be between 0 and 0.1, got 0.2.",
        "mode=onehot|mode must be one of one-hot, plain, got 'onehot'.",
        "label=relu()|label must be text in single quotes, got 'relu'.",
        "inner=softmax|inner must be an elementwise activation, got 'softmax'.",
        "label=''|label is empty, give it a letter.",
        "label='?'|IllegalStateException.",
      })
  void aWrongValueIsRefusedInWords(String argument, String message) {
    PluginException e =
        assertThrows(PluginException.class, () -> plugins.schedule("everything(" + argument + ")"));
    assertEquals("everything: " + message, e.getMessage());
  }

  @Test
  void aBareWordIsAStringToo() {
    assertEquals("two", ((Everything) plugins.schedule("everything(label=two)")).label());
    assertEquals(Mode.ONE_HOT, ((Everything) plugins.schedule("everything(mode=ONE_HOT)")).mode());
  }

  /** Its default breaks its own rule. */
  public record Fussy(double rate) implements Flat {
    public Fussy() {
      this(-1);
    }

    public Fussy {
      if (rate < 0) {
        throw new IllegalArgumentException("rate must not be negative");
      }
    }
  }

  @Test
  void brokenDefaultsAreToldWhenThePluginIsUsed() {
    Plugins fussy = Plugins.of(Fussy.class);
    PluginException e = assertThrows(PluginException.class, () -> fussy.schedule("fussy"));
    assertEquals(
        "test-classes: nn.core.plugin.RulesTest$Fussy could not be created with its defaults: rate"
            + " must not be negative. Its author has to correct it.",
        e.getMessage());
    assertInstanceOf(IllegalArgumentException.class, e.getCause());
    assertEquals(new Fussy(2), fussy.schedule("fussy(2)"));
    assertEquals("fussy(rate=2)", fussy.shortText(new Fussy(2)));
    assertEquals(
        "fussy has no parameter 'rat'. Did you mean rate? Its parameters: rate.",
        assertThrows(PluginException.class, () -> fussy.schedule("fussy(rat=1)")).getMessage());
  }

  /** Infinity is a value like others, not-a-number is none. */
  public record Limit(double most) implements Flat {
    public Limit() {
      this(Double.POSITIVE_INFINITY);
    }
  }

  @Test
  void infinityReadsBackAndNotANumberHasNoText() {
    Plugins limit = Plugins.of(Limit.class);
    assertEquals("limit(most=infinity)", limit.fullText(new Limit()));
    assertEquals(new Limit(), limit.schedule("limit(Infinity)"));
    Limit low = new Limit(Double.NEGATIVE_INFINITY);
    assertEquals(low, limit.schedule(limit.fullText(low)));
    PluginException e =
        assertThrows(PluginException.class, () -> limit.fullText(new Limit(Double.NaN)));
    assertEquals("limit: most is not a number, which no text can say.", e.getMessage());
  }

  /** Tells nobody its value. */
  public record Secret(double value) implements Flat {
    public Secret() {
      this(0);
    }

    @Override
    public double value() {
      throw new UnsupportedOperationException("it is a secret");
    }
  }

  @Test
  void anAccessorThatFailsIsQuoted() {
    PluginException e =
        assertThrows(PluginException.class, () -> Plugins.of(Secret.class).fullText(new Secret()));
    assertEquals("secret: value cannot be read: it is a secret.", e.getMessage());
  }

  /** Contains itself for ever. */
  public record Mirror(Schedule inner) implements Flat {
    public Mirror() {
      this(new Mirror());
    }
  }

  /** Runs out of memory, or claims to. */
  public record Hungry() implements Flat {
    public Hungry {
      throw new OutOfMemoryError("as a test");
    }
  }

  @Test
  void endlessDefaultsAreAProblemAndLackOfMemoryIsNot() {
    Plugins both = Plugins.of(Mirror.class, Hungry.class);
    PluginException e = assertThrows(PluginException.class, () -> both.schedule("mirror"));
    assertEquals(
        "test-classes: nn.core.plugin.RulesTest$Mirror could not be created with its defaults:"
            + " StackOverflowError. Its author has to correct it.",
        e.getMessage());
    assertThrows(OutOfMemoryError.class, () -> both.schedule("hungry"));
  }

  @Test
  void aRowFormIsNoElementwiseForm() {
    RowActivation softmax = new SampleSoftmax();
    PluginException e =
        assertThrows(
            PluginException.class, () -> plugins.with(new Everything(), Map.of("inner", softmax)));
    assertEquals(
        "everything: inner must be an elementwise activation, got 'softmax'.", e.getMessage());
  }
}

package nn.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nn.api.Activation;
import nn.api.Link;
import nn.api.Range;
import nn.api.Reads;
import org.junit.jupiter.api.Test;

/** What each activation says about itself; the tables name those that differ from the rule. */
class TraitsTest {
  private static final Map<String, Link> LINKS =
      Map.of(
          "Identity", Link.IDENTITY,
          "Sigmoid", Link.LOGISTIC,
          "Softmax", Link.SOFTMAX,
          "LogSoftmax", Link.LOG_SOFTMAX,
          "Exponential", Link.EXP);
  private static final Map<Range, Set<String>> RANGES =
      Map.of(
          Range.POSITIVE, Set.of("Softplus", "Exponential", "Squareplus"),
          Range.NON_NEGATIVE, Set.of("Relu", "Relu6", "ReluSquared", "SparsePlus", "Threshold"),
          Range.UNIT, Set.of("Sigmoid", "HardSigmoid", "SparseSigmoid", "Gaussian"),
          Range.SIMPLEX, Set.of("Softmax", "Softmin", "Sparsemax", "GumbelSoftmax"),
          Range.LOG_SIMPLEX, Set.of("LogSoftmax"));
  private static final Set<String> FROM_OUTPUT =
      Set.of(
          "Identity",
          "Sigmoid",
          "Tanh",
          "Exponential",
          "Softmax",
          "LogSoftmax",
          "Softmin",
          "Sparsemax");
  private static final Set<String> RECTIFIERS =
      Set.of(
          "Relu",
          "LeakyRelu",
          "Prelu",
          "Rrelu",
          "Relu6",
          "ReluSquared",
          "Elu",
          "Celu",
          "Gelu",
          "Silu",
          "Swish",
          "Mish",
          "Softplus",
          "Squareplus",
          "SparsePlus",
          "HardSwish",
          "Threshold");

  private static List<Activation> all() throws Exception {
    List<Activation> all = new ArrayList<>();
    try (var in = Relu.class.getResourceAsStream("/META-INF/services/nn.api.Activation");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String name : lines.lines().toList()) {
        all.add(Class.forName(name).asSubclass(Activation.class).getConstructor().newInstance());
      }
    }
    return all;
  }

  private static String name(Activation activation) {
    return activation.getClass().getSimpleName();
  }

  @Test
  void theThirtyFourOfTheLeadersAndTenMoreAreHere() throws Exception {
    assertEquals(34 + 10, all().size());
  }

  @Test
  void aLinkIsClaimedByTheFunctionItNamesAlone() throws Exception {
    for (Activation a : all()) {
      assertEquals(Optional.ofNullable(LINKS.get(name(a))), a.link(), name(a));
    }
  }

  @Test
  void theRangeIsTheNarrowestThatHolds() throws Exception {
    for (Activation a : all()) {
      Range expected =
          RANGES.keySet().stream()
              .filter(range -> RANGES.get(range).contains(name(a)))
              .findFirst()
              .orElse(Range.REAL);
      assertEquals(expected, a.range(), name(a));
    }
  }

  @Test
  void theRangeFollowsTheParameters() {
    assertEquals(Range.UNIT, new HardTanh(0, 1).range());
    assertEquals(Range.NON_NEGATIVE, new HardTanh(0, 2).range());
    assertEquals(Range.REAL, new Threshold(-1, 0).range());
    assertEquals(Range.POSITIVE, new Softplus(1, 0).range());
    assertEquals(Range.REAL, new Softplus(1, -5).range());
    assertEquals(Range.REAL, new Threshold(1, -1).range());
  }

  @Test
  void everyElementwiseValueLiesInTheRange() {
    for (Formula f : Formula.all()) {
      boolean unit = f.activation().range() == Range.UNIT;
      boolean free = f.activation().range() == Range.REAL;
      for (double x = -30; x < 30; x += 0.37) {
        double y = f.activation().value(x);
        assertTrue(free || (y >= 0 && (!unit || y <= 1)), f + " at " + x);
        assertTrue(f.activation().range() != Range.POSITIVE || y > 0, f + " at " + x);
      }
    }
  }

  @Test
  void backwardReadsTheOutputWhereThatIsEnough() throws Exception {
    for (Activation a : all()) {
      Reads expected = FROM_OUTPUT.contains(name(a)) ? Reads.OUTPUT : Reads.INPUT;
      assertEquals(expected, a.reads(), name(a));
    }
  }

  @Test
  void rectifiersStartWithLargerWeights() throws Exception {
    for (Activation a : all()) {
      String expected = RECTIFIERS.contains(name(a)) ? "he-normal" : "glorot-uniform";
      assertEquals(a instanceof Selu ? "lecun-normal" : expected, a.initializer(), name(a));
    }
  }
}

package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import nn.core.data.Dataset;
import nn.core.data.Target;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;
import nn.core.train.ClassWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassWeightTextTest {
  private static final Target KIND = new ClassTarget("kind", List.of("no", "yes"));
  private static final Dataset DATA =
      Dataset.of(new double[][] {{0}, {0}, {0}, {0}}, new double[][] {{0}, {0}, {0}, {1}});

  private static double[] of(String text) {
    return ClassWeightText.of(text, KIND, DATA).weights().toArray();
  }

  @Test
  void labelsCarryTheirWeightsAndTheOthersCountOne() {
    assertArrayEquals(new double[] {1, 3.5}, of("yes=3.5"));
    assertArrayEquals(new double[] {2, 3}, of("yes=3, no=2"));
  }

  @Test
  void aLabelMayHoldACommaOfItsOwn() {
    Target words = new ClassTarget("kind", List.of("no", "yes, maybe", "yes, maybe, or not"));
    String text = "yes, maybe=2, no=3, yes, maybe, or not=4";
    ClassWeights weights = ClassWeightText.of(text, words, DATA);
    assertArrayEquals(new double[] {3, 2, 4}, weights.weights().toArray());
  }

  @Test
  void balancedCountsTheTrainingRows() {
    assertArrayEquals(new double[] {4 / 6.0, 2}, of("balanced"), 1e-12);
  }

  @Test
  void withoutTheOptionAllCountAlike() {
    assertEquals(ClassWeights.EQUAL, ClassWeightText.of(null, KIND, DATA));
  }

  @Test
  void whatIsSavedComesBack() {
    ClassWeights weights = ClassWeightText.of("yes=0.1", KIND, DATA);
    assertEquals(weights, ClassWeightText.read(ClassWeightText.write(weights)));
    assertEquals(
        ClassWeights.EQUAL, ClassWeightText.read(ClassWeightText.write(ClassWeights.EQUAL)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yess=2|--class-weights: 'yess=2' is not a class and its weight. Did you mean yes? Write no=2 or balanced.",
        "3|--class-weights: '3' is not a class and its weight. Write no=2 or balanced.",
        "yes|--class-weights: 'yes' is a class without its weight. Write yes=2 or balanced.",
        "yes=3, no|--class-weights: 'no' is a class without its weight. Write no=2 or balanced.",
        "yes=2,yes=3|--class-weights: 'yes=3' names the class yes a second time. Give each class one weight.",
        "yes=|--class-weights: the weight in 'yes=' must be a number above 0.",
        "yes=0|--class-weights: the weight in 'yes=0' must be a number above 0.",
        "yes=much|--class-weights: the weight in 'yes=much' must be a number above 0."
      })
  void aMistakeIsOneSentence(String text, String sentence) {
    Exception e = assertThrows(UsageException.class, () -> of(text));
    assertEquals(sentence, e.getMessage());
  }

  @Test
  void aNumberHasNoClasses() {
    Target price = new NumberTarget("price", 0, 1);
    Exception e =
        assertThrows(UsageException.class, () -> ClassWeightText.of("balanced", price, DATA));
    assertEquals(
        "--class-weights needs classes, but the target price is a number. Leave it out.",
        e.getMessage());
  }
}

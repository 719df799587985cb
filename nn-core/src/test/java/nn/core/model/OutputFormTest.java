package nn.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.api.ElementwiseLoss;
import nn.api.Loss;
import nn.api.Range;
import nn.api.RowLoss;
import nn.core.data.Encoding;
import nn.core.data.Target;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;
import nn.core.sample.SampleCrossEntropy;
import nn.core.sample.SampleMse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OutputFormTest {
  /** A loss of which only the widths matter. */
  private interface Widths extends RowLoss {
    @Override
    default double row(
        float[] prediction, int at, int width, float[] target, int targetAt, float[] gradient) {
      return 0;
    }
  }

  /** One class number a row, one output a class. */
  record ByNumber() implements Widths {
    @Override
    public int targetWidth(int predictionWidth) {
      return 1;
    }
  }

  /** Mean and deviation for each target. */
  record Spreading() implements Widths {
    @Override
    public int targetWidth(int predictionWidth) {
      return predictionWidth / 2;
    }

    @Override
    public int predictionWidth(int targetWidth) {
      return 2 * targetWidth;
    }
  }

  /** Distributions as logarithms. */
  record Logarithms() implements Widths {
    @Override
    public Range domain() {
      return Range.LOG_SIMPLEX;
    }
  }

  /** For each output by itself a probability. */
  record Probabilities() implements ElementwiseLoss {
    @Override
    public Range domain() {
      return Range.UNIT;
    }

    @Override
    public double value(double prediction, double target) {
      return 0;
    }

    @Override
    public double derivative(double prediction, double target) {
      return 0;
    }
  }

  static Stream<Arguments> forms() {
    Target number = new NumberTarget("price", 0, 1);
    return Stream.of(
        Arguments.of(new SampleMse(), number, 1, Encoding.NUMBER),
        Arguments.of(new Spreading(), number, 2, Encoding.NUMBER),
        Arguments.of(new SampleMse(), classes(2), 1, Encoding.CLASS_INDEX),
        Arguments.of(new SampleMse(), classes(3), 3, Encoding.ONE_HOT),
        Arguments.of(new Probabilities(), classes(2), 1, Encoding.CLASS_INDEX),
        Arguments.of(new Probabilities(), classes(5), 5, Encoding.ONE_HOT),
        Arguments.of(new SampleCrossEntropy(), classes(2), 2, Encoding.ONE_HOT),
        Arguments.of(new SampleCrossEntropy(), classes(4), 4, Encoding.ONE_HOT),
        Arguments.of(new Logarithms(), classes(2), 2, Encoding.ONE_HOT),
        Arguments.of(new ByNumber(), classes(2), 2, Encoding.CLASS_INDEX),
        Arguments.of(new ByNumber(), classes(4), 4, Encoding.CLASS_INDEX));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void lossAndTargetDecideTheOutputs(Loss loss, Target target, int outputs, Encoding encoding) {
    assertEquals(new OutputForm(outputs, encoding), OutputForm.of(loss, target));
  }

  private static Target classes(int count) {
    List<String> labels = IntStream.range(0, count).mapToObj(i -> "class " + i).toList();
    return new ClassTarget("kind", labels);
  }
}

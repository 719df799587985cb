package nn.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.api.Loss;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in the documentation of Keras, PyTorch and scikit-learn, to the digits printed. */
class PublishedValuesTest {
  private static final float[][] SHARES = {{0.6f, 0.4f}, {0.4f, 0.6f}};
  private static final float[][] LABELS = {{0, 1}, {0, 0}};
  private static final float[][] COUNTS = {{0.5f}, {0.5f}, {2}, {2}};
  private static final float[][] CLASSES = {{0.05f, 0.95f, 0}, {0.1f, 0.8f, 0.1f}};
  private static final float[][] RANKED = {{0.1f, 0.2f, 0.4f, 0.8f}};

  private static float[][] rows(float... numbers) {
    return IntStream.range(0, numbers.length)
        .mapToObj(i -> new float[] {numbers[i]})
        .toArray(float[][]::new);
  }

  private static float[][] logarithms(float[][] rows) {
    return Stream.of(rows)
        .map(r -> new float[] {(float) StrictMath.log(r[0]), (float) StrictMath.log(r[1])})
        .toArray(float[][]::new);
  }

  static Stream<Arguments> keras() {
    return Stream.of(
        arguments(new Huber(), SHARES, LABELS, 0.155),
        arguments(new Hinge(), SHARES, LABELS, 1.3),
        arguments(new SquaredHinge(), SHARES, LABELS, 1.86),
        arguments(new CategoricalHinge(), SHARES, LABELS, 1.4),
        arguments(new BinaryCrossEntropy(), SHARES, LABELS, (0.9162907 + 0.7135582) / 2),
        arguments(new BinaryFocal(), SHARES, LABELS, (0.33 + 0.206) / 2),
        arguments(new KlDivergence(), logarithms(SHARES), LABELS, 0.458),
        arguments(new LogCosh(), new float[][] {{1, 1}, {0, 0}}, LABELS, 0.108),
        arguments(
            new MeanAbsolutePercentageError(),
            new float[][] {{1, 1}, {1, 0}},
            new float[][] {{2, 1}, {2, 3}},
            50),
        arguments(new MeanSquaredLogarithmicError(), new float[][] {{1, 1}, {1, 0}}, LABELS, 0.240),
        arguments(
            new Cosine(), new float[][] {{1, 0}, {1, 1}}, new float[][] {{0, 1}, {1, 1}}, -0.5),
        arguments(new Focal(), CLASSES, rows(1, 2), 0.23315276));
  }

  static Stream<Arguments> pytorch() {
    return Stream.of(
        arguments(new MultiMargin(), RANKED, rows(3), 0.325),
        arguments(new MultiLabelMargin(), RANKED, new float[][] {{1, 0, 0, 1}}, 0.85));
  }

  static Stream<Arguments> scikitLearn() {
    return Stream.of(
        arguments(new Tweedie(1), COUNTS, rows(2, 0, 1, 4), 1.4260 / 2),
        arguments(new Gamma(), COUNTS, rows(2, 0.5f, 1, 4), 1.0568 / 2),
        arguments(new Quantile(0.1), rows(0, 2, 3), rows(1, 2, 3), 0.1 / 3),
        arguments(new Quantile(0.1), rows(1, 2, 4), rows(1, 2, 3), 0.3),
        arguments(new Quantile(0.9), rows(0, 2, 3), rows(1, 2, 3), 0.3),
        arguments(new Quantile(0.9), rows(1, 2, 4), rows(1, 2, 3), 0.1 / 3));
  }

  @ParameterizedTest
  @MethodSource({"keras", "pytorch", "scikitLearn"})
  void theAverageOverTheRowsIsThePublishedOne(
      Loss loss, float[][] predictions, float[][] targets, double published) {
    double sum = 0;
    for (int r = 0; r < predictions.length; r++) {
      sum += loss.row(predictions[r], 0, predictions[r].length, targets[r], 0, null);
    }
    assertEquals(published, sum / predictions.length, 6e-4);
  }

  /** The example for scores before the sigmoid, without and with class balancing. */
  static Stream<Arguments> focal() {
    return Stream.of(
        arguments(new BinaryFocal(), 0.691), arguments(new BinaryFocal(2, 0.25, true), 0.51));
  }

  @ParameterizedTest
  @MethodSource("focal")
  void onScoresTheBinaryFocalLossIsThatOfKeras(BinaryFocal loss, double published) {
    float[] z = {-18.6f, 0.51f, 2.94f, -12.8f};
    assertEquals(published, loss.fusedRow(z, 0, 4, new float[] {0, 1, 0, 0}, 0, null), 6e-3);
  }
}

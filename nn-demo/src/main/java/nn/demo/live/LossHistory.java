package nn.demo.live;

import java.util.function.IntToDoubleFunction;

/** The losses of all epochs, however many: bins of equally many epochs, each with its average. */
final class LossHistory {
  /** Enough for a plot; an even number, so that full bins pair up. */
  private static final int MOST = 128;

  private final double[] training = new double[MOST];
  private final double[] validation = new double[MOST];
  private int bins;
  private int width = 1;
  private int inLast;
  private int first;
  private int last;

  /** Adds an epoch; NaN where there is no validation loss. */
  void add(int epoch, double trainingLoss, double validationLoss) {
    first = bins == 0 ? epoch : first;
    last = epoch;
    if (bins == 0 || inLast == width) {
      open();
    }
    inLast++;
    training[bins - 1] += (trainingLoss - training[bins - 1]) / inLast;
    validation[bins - 1] += (validationLoss - validation[bins - 1]) / inLast;
  }

  private void open() {
    if (bins == MOST) {
      halve(training);
      halve(validation);
      bins = MOST / 2;
      width *= 2;
    }
    training[bins] = 0;
    validation[bins] = 0;
    bins++;
    inLast = 0;
  }

  private static void halve(double[] numbers) {
    for (int i = 0; i < MOST / 2; i++) {
      numbers[i] = (numbers[2 * i] + numbers[2 * i + 1]) / 2;
    }
  }

  /** How many bins there are; two make a line. */
  int bins() {
    return bins;
  }

  /** The first epoch that was added. */
  int first() {
    return first;
  }

  /** The last epoch that was added. */
  int last() {
    return last;
  }

  /** Training losses stretched to so many places, at least 2. */
  double[] training(int places) {
    return stretched(training, places);
  }

  /** Validation losses likewise. */
  double[] validation(int places) {
    return stretched(validation, places);
  }

  private double[] stretched(double[] numbers, int places) {
    double[] result = new double[places];
    for (int p = 0; p < places; p++) {
      result[p] = between(i -> numbers[i], (double) p * (bins - 1) / (places - 1));
    }
    return result;
  }

  /** On the straight line from one number to the next. */
  private static double between(IntToDoubleFunction numbers, double place) {
    int before = (int) place;
    double share = place - before;
    double number = numbers.applyAsDouble(before);
    return share == 0 ? number : number + share * (numbers.applyAsDouble(before + 1) - number);
  }
}

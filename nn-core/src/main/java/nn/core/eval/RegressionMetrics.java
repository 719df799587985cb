package nn.core.eval;

/**
 * How far predicted numbers p are from the true ones t. All are NaN if there are no rows.
 *
 * @param count how many rows
 * @param r2 coefficient of determination, 1 - sum (p - t)^2 / sum (t - mean t)^2: 1 is perfect, 0
 *     is no better than the mean; NaN if the targets are all equal, where it is undefined
 * @param rmse root of the mean of (p - t)^2, in the target's units
 * @param mae mean of |p - t|, in the target's units
 */
public record RegressionMetrics(long count, double r2, double rmse, double mae) {
  /**
   * Collects predictions; the targets' variance by Welford's recurrence. Not for several threads.
   */
  public static final class Accumulator {
    private long count;
    private double absolute;
    private double squares;
    private double mean;
    private double total;

    /** An accumulator without rows. */
    public Accumulator() {}

    /** Adds one row; what is not finite makes the metrics so. */
    public void add(double prediction, double target) {
      count++;
      double error = prediction - target;
      absolute += Math.abs(error);
      squares += error * error;
      double delta = target - mean;
      mean += delta / count;
      total += delta * (target - mean);
    }

    /** The metrics of the rows so far. */
    public RegressionMetrics snapshot() {
      double r2 = total == 0 ? Double.NaN : 1 - squares / total;
      return new RegressionMetrics(count, r2, Math.sqrt(squares / count), absolute / count);
    }
  }
}

package nn.api;

/** Service type: a factor on the learning rate over time. */
public interface Schedule extends Plugin {
  /**
   * The factor for one update.
   *
   * @param number which update, counted from 1
   * @param total how many updates are planned, or 0 when unknown
   */
  double factor(long number, long total);
}

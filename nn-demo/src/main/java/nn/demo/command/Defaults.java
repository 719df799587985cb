package nn.demo.command;

import nn.core.data.Task;

/** Every default of the program, written once. */
final class Defaults {
  static final String SEED = "1";
  static final String LAYERS = "64 relu, 64 relu";
  static final String OPTIMIZER = "adam(learning-rate=0.001)";
  static final String SCHEDULE = "constant";
  static final String EPOCHS = "100";
  static final String BATCH = "32";
  static final String VALIDATION = "0.2";
  static final String PATIENCE = "15";
  static final String ROW = "1";

  private Defaults() {}

  /**
   * The loss for a task: squared error for numbers, binary cross-entropy for two classes,
   * cross-entropy for more.
   */
  static String loss(Task task, int labels) {
    if (task == Task.REGRESSION) {
      return "mse";
    }
    return labels == 2 ? "binary-cross-entropy" : "cross-entropy";
  }

  /** One thread a processor. */
  static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }
}

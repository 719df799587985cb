package nn.core.data;

/** What is asked of the target. */
public enum Task {
  /** A number. */
  REGRESSION,
  /** One of several classes; with two of them it is called binary. */
  CLASSIFICATION
}

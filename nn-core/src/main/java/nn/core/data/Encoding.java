package nn.core.data;

/** The form in which a loss wants its targets. */
public enum Encoding {
  /** One number a row: the target, scaled. */
  NUMBER,
  /** One number a row: that of the class, from 0; so 0 or 1 if there are two. */
  CLASS_INDEX,
  /** One number a class: 1 for the class of the row, 0 for the others. */
  ONE_HOT
}

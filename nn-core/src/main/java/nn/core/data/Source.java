package nn.core.data;

/**
 * What a network can learn from: rows with a target. From a source to numbers: {@link #split} the
 * rows, {@link #fit} a preparation on one part, take each part as a {@link #dataset}.
 */
public sealed interface Source permits TableSource, ImageSource {
  /** How many rows. */
  int count();

  /** The numbers of all rows: 0, 1, ..., count - 1. */
  int[] rows();

  /**
   * Training and validation rows, stratified if the target is a class.
   *
   * @param fraction the part to hold back, at least 0 and less than 1
   * @throws DataException if there are too few rows, or the target does not serve
   */
  Split split(double fraction, long seed);

  /**
   * A preparation fitted on the given rows.
   *
   * @throws DataException if the data does not serve; the message says where and how to fix it
   */
  Preparation fit(int[] rows);

  /**
   * The given rows as the numbers a preparation asks for; it may have been fitted elsewhere.
   *
   * @throws DataException if the data does not fit the preparation
   */
  Dataset dataset(Preparation preparation, int[] rows, Encoding encoding);
}

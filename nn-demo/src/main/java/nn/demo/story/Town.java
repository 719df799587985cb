package nn.demo.story;

import nn.core.data.Table;

/**
 * TOWN: twelve houses. The noise was chosen to sum to zero and to be uncorrelated with size, so the
 * best straight line is exactly $200 per square foot and $0 besides.
 */
public final class Town {
  /** Name of the column of sizes, in square feet. */
  public static final String SIZE = "square_feet";

  /** Name of the column of prices, in dollars. */
  public static final String PRICE = "price";

  private static final double[] SIZES = {
    800, 1000, 1200, 1400, 1600, 1800, 2000, 2200, 2400, 2600, 2800, 3000
  };

  private static final double[] PRICES = {
    172_000, 188_000, 228_000, 292_000, 311_000, 369_000,
    400_000, 449_000, 471_000, 526_000, 548_000, 606_000
  };

  private Town() {}

  /** Sizes in square feet. */
  public static double[] sizes() {
    return SIZES.clone();
  }

  /** Prices in dollars, house by house. */
  public static double[] prices() {
    return PRICES.clone();
  }

  /** The houses as a table. */
  public static Table table() {
    return Table.of(SIZE, SIZES).with(PRICE, PRICES);
  }
}

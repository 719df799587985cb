package nn.core.explain;

import com.google.common.collect.ImmutableList;
import nn.api.Block;
import nn.api.Optimizer;
import nn.api.Rows;

/**
 * How one parameter array changed. Every array but the memory of an optimizer of whole blocks has
 * the shape of the block.
 *
 * @param block which array
 * @param optimizer what changed it
 * @param rate learning rate of this step, the schedule's factor included
 * @param before the numbers that the step computed with
 * @param gradient derivative of the loss by each of them
 * @param after the numbers after the step
 * @param memory what the optimizer remembers of them, an entry for each of its arrays
 */
public record ExplainedBlock(
    Block block,
    Optimizer optimizer,
    double rate,
    Rows before,
    Rows gradient,
    Rows after,
    ImmutableList<Memory> memory) {
  /**
   * One array of an optimizer's state.
   *
   * @param before as the step found it
   * @param after as the step left it
   * @param perWeight whether it has the shape of the block, a number beside each; else it is one
   *     row in a layout of the optimizer's own
   */
  public record Memory(Rows before, Rows after, boolean perWeight) {}

  /** After minus before. */
  public double change(int row, int column) {
    return (double) after.get(row, column) - before.get(row, column);
  }

  /** Short name of its numbers: w, b, or the block's own word. */
  String symbol() {
    return switch (block.role()) {
      case WEIGHTS -> "w";
      case BIAS -> "b";
      default -> block.name().substring(block.name().indexOf('.') + 1);
    };
  }

  /** Name of one number, counted from 1: {@code w[2,1]} from input 2 to unit 1, {@code b[1]}. */
  String symbol(int row, int column) {
    return block.role() == Block.Role.WEIGHTS
        ? "w[" + (row + 1) + "," + (column + 1) + "]"
        : symbol() + "[" + (column + 1) + "]";
  }

  /** Whether every number moved by its gradient times the rate, as far as float tells. */
  boolean isPlainStep() {
    for (int r = 0; r < before.count(); r++) {
      for (int c = 0; c < before.width(); c++) {
        double expected = before.get(r, c) - rate * gradient.get(r, c);
        double allowed =
            2 * Math.ulp((float) Math.max(Math.abs(expected), Math.abs(before.get(r, c))));
        if (!(Math.abs(expected - after.get(r, c)) <= allowed)) {
          return false;
        }
      }
    }
    return true;
  }
}

package nn.core.model;

import nn.api.Loss;
import nn.api.Range;
import nn.core.data.Encoding;
import nn.core.data.Target;
import nn.core.data.Target.ClassTarget;

/**
 * What a loss makes of a target: how many outputs the network needs, and how the targets are
 * encoded.
 *
 * @param outputs width of the network's output rows
 * @param encoding form of the target rows
 */
public record OutputForm(int outputs, Encoding encoding) {
  /**
   * The form for a target: numbers have one output, classes one a class; two classes share a single
   * output unless the loss is about rows of probabilities.
   */
  public static OutputForm of(Loss loss, Target target) {
    if (!(target instanceof ClassTarget classes)) {
      return new OutputForm(loss.predictionWidth(1), Encoding.NUMBER);
    }
    int labels = classes.labels().size();
    boolean oneHot = loss.targetWidth(labels) == labels;
    if (classes.isBinary() && oneHot && !aboutRows(loss)) {
      return new OutputForm(loss.predictionWidth(1), Encoding.CLASS_INDEX);
    }
    return new OutputForm(
        loss.predictionWidth(labels), oneHot ? Encoding.ONE_HOT : Encoding.CLASS_INDEX);
  }

  private static boolean aboutRows(Loss loss) {
    return loss.domain() == Range.SIMPLEX || loss.domain() == Range.LOG_SIMPLEX;
  }
}

/**
 * The standard losses, one record each. Start with {@link nn.losses.MeanSquaredError}: a formula
 * and its derivative. {@link nn.losses.CrossEntropy} is a loss of a whole row with a safer form on
 * the scores before softmax; what the losses of classes share is in {@code ClassLoss}, what those
 * of pairs, margins and deviances share in {@code Pairs}, {@code Margin} and {@code Deviance}.
 */
@NullMarked
package nn.losses;

import org.jspecify.annotations.NullMarked;

/**
 * The standard losses, one record each. Start with {@link nn.losses.MeanSquaredError}: a formula
 * and its derivative. {@link nn.losses.CrossEntropy} is a loss of a whole row with a safer form on
 * the scores before softmax.
 */
@NullMarked
package nn.losses;

import org.jspecify.annotations.NullMarked;

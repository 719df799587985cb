/**
 * How good predictions are. Each measure has an accumulator that is fed row by row and gives an
 * immutable snapshot; start with {@link nn.core.eval.RegressionMetrics} or {@link
 * nn.core.eval.ConfusionMatrix}.
 */
@NullMarked
package nn.core.eval;

import org.jspecify.annotations.NullMarked;

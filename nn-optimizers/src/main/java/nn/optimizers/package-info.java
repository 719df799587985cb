/**
 * The standard optimizers and schedules, one record each. Start with {@link nn.optimizers.Sgd}: one
 * line that moves each weight against its gradient. Every step computes its constants in double and
 * its loop in float, number by number, so any division into ranges gives the same bits.
 *
 * <p>Weight decay here is the coupled kind, added to the gradient as PyTorch's optimizers of the
 * same names do; unlike PyTorch it leaves out the blocks that do not decay, such as biases.
 */
@NullMarked
package nn.optimizers;

import org.jspecify.annotations.NullMarked;

/**
 * The standard optimizers and schedules, one record each. Start with {@link nn.optimizers.Sgd}: one
 * line that moves each weight against its gradient. Every step computes its constants in double and
 * its loop in float, number by number, so any division into ranges gives the same bits.
 *
 * <p>Weight decay is coupled (added to the gradient) or decoupled (a pull of its own) as the source
 * of each rule has it; unlike PyTorch it leaves out the blocks that do not decay, such as biases.
 *
 * <p>A schedule counts updates, not epochs, and t is the number of updates done: 0 at the first.
 */
@NullMarked
package nn.optimizers;

import org.jspecify.annotations.NullMarked;

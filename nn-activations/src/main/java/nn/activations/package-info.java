/**
 * The standard activations, one record each. Start with {@link nn.activations.Relu}: the formula,
 * its derivative, and the same two lines again as loops over {@code float} arrays.
 */
@NullMarked
package nn.activations;

import org.jspecify.annotations.NullMarked;

/**
 * The contract between the engine and its plugins. An author of an activation starts with {@link
 * ElementwiseActivation}, of a loss with {@link ElementwiseLoss}, of an optimizer with {@link
 * ElementwiseOptimizer}; everything else is there for the forms that need more.
 *
 * <p>Numbers are {@code float}, row-major, one example per row; the scalar definition of a function
 * is {@code double}. Weights are inputs x outputs, so a layer is {@code z = x W + b}. Ranges are
 * half-open: {@code from <= i < to}. Parameter gradients are added to, everything else is
 * overwritten. Every method may be called by many threads on one instance.
 */
@NullMarked
package nn.api;

import org.jspecify.annotations.NullMarked;

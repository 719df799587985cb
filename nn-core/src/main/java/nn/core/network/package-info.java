/**
 * Networks: layers, their parameters in one flat array, and passes through them. Start with {@link
 * Network}; {@link Pass} is a network at work on batches of one size.
 */
@NullMarked
package nn.core.network;

import org.jspecify.annotations.NullMarked;

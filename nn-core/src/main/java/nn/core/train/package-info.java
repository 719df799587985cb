/**
 * Training: guess, measure the error, adjust, repeat. Start with {@link Trainer}; the step itself
 * is {@link Learner#step}.
 */
@NullMarked
package nn.core.train;

import org.jspecify.annotations.NullMarked;

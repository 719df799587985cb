/**
 * The one source of chance. No generator outlives its purpose: each layer's start, each epoch's
 * shuffle, each step's dropout gets a fresh one from (seed, purpose, number), so threads and
 * resuming need no generator state.
 */
@NullMarked
package nn.core.random;

import org.jspecify.annotations.NullMarked;

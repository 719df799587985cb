/**
 * Arithmetic and the threads that share it. Start at {@link nn.core.kernel.PlainKernels}, the
 * readable reference; {@code AutoVectorKernels} computes the same faster, {@link
 * nn.core.kernel.Arithmetic} chooses a back end and {@link nn.core.kernel.Crew} splits work over
 * threads, none of them changing a bit of any result.
 */
@NullMarked
package nn.core.kernel;

import org.jspecify.annotations.NullMarked;

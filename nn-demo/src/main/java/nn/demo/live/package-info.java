/**
 * What a person sees while a network is trained. Start with {@link nn.demo.live.TrainingView}; what
 * it shows is put together in {@code Panel}.
 */
@NullMarked
package nn.demo.live;

import org.jspecify.annotations.NullMarked;

/** The house-price story: the houses, the training, and the telling. */
@NullMarked
package nn.demo.story;

import org.jspecify.annotations.NullMarked;

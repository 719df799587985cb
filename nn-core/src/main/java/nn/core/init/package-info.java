/**
 * The standard initializers, asked for by text like every plugin. Start with {@link
 * nn.core.init.GlorotUniform}.
 */
@NullMarked
package nn.core.init;

import org.jspecify.annotations.NullMarked;

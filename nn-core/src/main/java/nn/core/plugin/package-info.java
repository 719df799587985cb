/**
 * Finds plugins, builds them from text such as {@code leaky-relu(slope=0.2)}, writes them back, and
 * says in words what is wrong with those that cannot be used. Start with {@link
 * nn.core.plugin.Plugins}.
 */
@NullMarked
package nn.core.plugin;

import org.jspecify.annotations.NullMarked;

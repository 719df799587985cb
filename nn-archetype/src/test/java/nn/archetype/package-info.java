/** The archetype as it is packed. Start with {@link nn.archetype.TemplateTest}. */
@NullMarked
package nn.archetype;

import org.jspecify.annotations.NullMarked;

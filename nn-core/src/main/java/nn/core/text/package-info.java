/**
 * Text for people, the same on every Java runtime and in every country: {@link
 * nn.core.text.Numbers} and suggestions for mistyped names, {@link nn.core.text.Nearest}.
 */
@NullMarked
package nn.core.text;

import org.jspecify.annotations.NullMarked;

/**
 * The rules that every plugin has to keep, as values. Start with {@link nn.tck.Tck}, which lists
 * and runs them; an author's one-line test implements {@link nn.tck.PluginTck}. The rules of one
 * subject live together: {@code PluginRules}, {@code CurveRules}, {@code LossRules} and so on.
 */
@NullMarked
package nn.tck;

import org.jspecify.annotations.NullMarked;

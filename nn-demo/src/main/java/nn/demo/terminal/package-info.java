/**
 * Where output goes: terminal or pipe, colour or none, bar or lines. Start with {@link
 * nn.demo.terminal.Terminal}.
 */
@NullMarked
package nn.demo.terminal;

import org.jspecify.annotations.NullMarked;

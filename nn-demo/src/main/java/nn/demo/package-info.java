/**
 * The program. {@link nn.demo.Main} starts it; each command is a class in {@code nn.demo.command}.
 */
@NullMarked
package nn.demo;

import org.jspecify.annotations.NullMarked;

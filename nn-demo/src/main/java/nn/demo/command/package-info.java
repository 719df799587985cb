/**
 * The commands of the program, one class each; what they share stands in {@link
 * nn.demo.command.Common}.
 */
@NullMarked
package nn.demo.command;

import org.jspecify.annotations.NullMarked;

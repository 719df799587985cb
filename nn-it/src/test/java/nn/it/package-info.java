/**
 * The packaged program in real processes, as its users start it. Start with {@link nn.it.Program};
 * each test class is about one promise.
 */
@NullMarked
package nn.it;

import org.jspecify.annotations.NullMarked;

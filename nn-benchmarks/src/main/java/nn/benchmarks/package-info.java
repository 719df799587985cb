/** JMH benchmarks. Start at {@link nn.benchmarks.ProductsBenchmark}. */
@NullMarked
package nn.benchmarks;

import org.jspecify.annotations.NullMarked;

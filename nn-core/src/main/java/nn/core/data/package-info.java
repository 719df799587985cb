/**
 * From files to numbers: {@link nn.core.data.Source} is what a network can learn from (a CSV {@link
 * nn.core.data.Table} or IDX images), {@link nn.core.data.Preparation} says how its cells become
 * numbers: start there. {@link nn.core.data.Dataset} and {@link nn.core.data.Batches} are what
 * training sees.
 */
@NullMarked
package nn.core.data;

import org.jspecify.annotations.NullMarked;

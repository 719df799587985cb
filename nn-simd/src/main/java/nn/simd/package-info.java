/**
 * Arithmetic in vector registers with the bits of the plain one. Start at {@link
 * nn.simd.SimdProvider}, which finds out whether this Java runtime has the vector module; {@code
 * SimdKernels} is the arithmetic, {@code Product} the blocks of a matrix product, {@code Tile} its
 * innermost loops, {@code PackedTile} the same for numbers that lie as they are read, {@code
 * SingleRow} the product for one example, {@code VectorFunction} exp and its like.
 */
@NullMarked
package nn.simd;

import org.jspecify.annotations.NullMarked;

/**
 * Trained networks on disk: one safetensors file with the numbers and, in its metadata, whatever
 * describes them. Start with {@link ModelFile}; {@link Safetensors} is the format beneath.
 */
@NullMarked
package nn.core.model;

import org.jspecify.annotations.NullMarked;

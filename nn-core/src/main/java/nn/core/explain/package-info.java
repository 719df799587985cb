/**
 * One step of training with every number it computes, and the arithmetic written out. Start with
 * {@link ExplainedStep#of}; {@link Explainer} takes several steps.
 */
@NullMarked
package nn.core.explain;

import org.jspecify.annotations.NullMarked;

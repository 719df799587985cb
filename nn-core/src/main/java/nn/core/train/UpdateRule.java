package nn.core.train;

import com.google.common.collect.ImmutableList;
import nn.api.Block;
import nn.api.Optimizer;

/**
 * One optimizer at work on the blocks that it handles.
 *
 * @param optimizer the optimizer
 * @param blocks the parameter arrays that it changes
 * @param perWeight whether each array of the state is as long as all parameters of the network, a
 *     number beside each; else there is one block, and its state has a layout of its own
 * @param state what the optimizer remembers: the live arrays
 */
public record UpdateRule(
    Optimizer optimizer,
    ImmutableList<Block> blocks,
    boolean perWeight,
    ImmutableList<float[]> state) {}

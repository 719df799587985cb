package nn.core.network;

import nn.api.Rows;

/**
 * One operation of a {@link Pass}: the sums of a dense layer, its activation, or the whole of
 * another layer. The rows are the live arrays.
 *
 * @param layer the layer it belongs to
 * @param activation whether it is the activation of a dense layer
 * @param x what goes in
 * @param y what comes out
 * @param dy derivative of the loss by y, while the pass runs back; empty in passes for use
 */
public record Operation(Layer layer, boolean activation, Rows x, Rows y, Rows dy) {}

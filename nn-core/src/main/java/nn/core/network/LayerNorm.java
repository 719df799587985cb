package nn.core.network;

/**
 * Layer normalisation, row by row: mean and variance over the row, alike in training and use (Ba,
 * Kiros, Hinton 2016).
 *
 * @param inputs width of the rows
 * @param number position in the network, counted from 0
 * @param offset index of the first scale in the network's parameters
 */
public record LayerNorm(int inputs, int number, int offset) implements Normalization {}

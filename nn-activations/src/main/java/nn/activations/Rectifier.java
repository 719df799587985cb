package nn.activations;

import nn.api.ElementwiseActivation;

/**
 * A function that lets positive numbers through and holds back the others, sharply or smoothly:
 * about half of the variance is lost, which the starting weights make good.
 */
interface Rectifier extends ElementwiseActivation {
  @Override
  default String initializer() {
    return "he-normal";
  }
}

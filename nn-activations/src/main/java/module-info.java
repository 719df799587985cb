/** The standard activations, found by name through {@link nn.api.Activation}. */
module nn.activations {
  requires transitive nn.api;
  requires static org.jspecify;

  exports nn.activations;

  provides nn.api.Activation with
      nn.activations.Gelu,
      nn.activations.Identity,
      nn.activations.LeakyRelu,
      nn.activations.Prelu,
      nn.activations.Relu,
      nn.activations.Sigmoid,
      nn.activations.Softmax,
      nn.activations.Tanh;
}

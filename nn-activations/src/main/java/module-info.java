/** The standard activations, found by name through {@link nn.api.Activation}. */
module nn.activations {
  requires transitive nn.api;
  requires static org.jspecify;

  exports nn.activations;

  provides nn.api.Activation with
      nn.activations.Celu,
      nn.activations.Elu,
      nn.activations.Exponential,
      nn.activations.Gaussian,
      nn.activations.Geglu,
      nn.activations.Gelu,
      nn.activations.Glu,
      nn.activations.GumbelSoftmax,
      nn.activations.HardShrink,
      nn.activations.HardSigmoid,
      nn.activations.HardSwish,
      nn.activations.HardTanh,
      nn.activations.Identity,
      nn.activations.LeakyRelu,
      nn.activations.LogSigmoid,
      nn.activations.LogSoftmax,
      nn.activations.MeanAndVariance,
      nn.activations.Maxout,
      nn.activations.Mish,
      nn.activations.Prelu,
      nn.activations.Reglu,
      nn.activations.Relu,
      nn.activations.Relu6,
      nn.activations.ReluSquared,
      nn.activations.Rrelu,
      nn.activations.Selu,
      nn.activations.Sigmoid,
      nn.activations.Silu,
      nn.activations.Sine,
      nn.activations.Snake,
      nn.activations.SoftShrink,
      nn.activations.Softmax,
      nn.activations.Softmin,
      nn.activations.Softplus,
      nn.activations.Softsign,
      nn.activations.SparsePlus,
      nn.activations.SparseSigmoid,
      nn.activations.Sparsemax,
      nn.activations.Squareplus,
      nn.activations.Swiglu,
      nn.activations.Swish,
      nn.activations.Tanh,
      nn.activations.TanhShrink,
      nn.activations.Threshold;
}

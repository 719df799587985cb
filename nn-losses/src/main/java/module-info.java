/** The standard losses, found by name through {@link nn.api.Loss}. */
module nn.losses {
  requires transitive nn.api;
  requires static org.jspecify;

  exports nn.losses;

  provides nn.api.Loss with
      nn.losses.BinaryCrossEntropy,
      nn.losses.CrossEntropy,
      nn.losses.MeanAbsoluteError,
      nn.losses.MeanSquaredError;
}

/** The standard losses, found by name through {@link nn.api.Loss}. */
module nn.losses {
  requires transitive nn.api;
  requires static org.jspecify;

  exports nn.losses;

  provides nn.api.Loss with
      nn.losses.BinaryCrossEntropy,
      nn.losses.BinaryFocal,
      nn.losses.CategoricalHinge,
      nn.losses.Cosine,
      nn.losses.CrossEntropy,
      nn.losses.Focal,
      nn.losses.Gamma,
      nn.losses.GaussianNll,
      nn.losses.GeneralizedCrossEntropy,
      nn.losses.Hinge,
      nn.losses.Huber,
      nn.losses.KlDivergence,
      nn.losses.LogCosh,
      nn.losses.MeanAbsoluteError,
      nn.losses.MeanAbsolutePercentageError,
      nn.losses.MeanSquaredError,
      nn.losses.MeanSquaredLogarithmicError,
      nn.losses.MultiLabelMargin,
      nn.losses.MultiLabelSoftMargin,
      nn.losses.MultiMargin,
      nn.losses.NegativeLogLikelihood,
      nn.losses.Poisson,
      nn.losses.Quantile,
      nn.losses.SmoothL1,
      nn.losses.SoftMargin,
      nn.losses.SquaredHinge,
      nn.losses.Tweedie;
}

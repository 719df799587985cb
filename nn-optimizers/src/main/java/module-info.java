/**
 * The standard optimizers and schedules, found by name through {@link nn.api.Optimizer} and {@link
 * nn.api.Schedule}.
 */
module nn.optimizers {
  requires transitive nn.api;
  requires static org.jspecify;

  exports nn.optimizers;

  provides nn.api.Optimizer with
      nn.optimizers.AdaBelief,
      nn.optimizers.Adadelta,
      nn.optimizers.Adafactor,
      nn.optimizers.Adagrad,
      nn.optimizers.Adam,
      nn.optimizers.AdamW,
      nn.optimizers.Adamax,
      nn.optimizers.AmsGrad,
      nn.optimizers.Asgd,
      nn.optimizers.Ftrl,
      nn.optimizers.Lamb,
      nn.optimizers.Lars,
      nn.optimizers.Lion,
      nn.optimizers.Momentum,
      nn.optimizers.Muon,
      nn.optimizers.Nadam,
      nn.optimizers.Radam,
      nn.optimizers.RmsProp,
      nn.optimizers.Rprop,
      nn.optimizers.Sgd,
      nn.optimizers.Yogi;
  provides nn.api.Schedule with
      nn.optimizers.Constant,
      nn.optimizers.Cosine,
      nn.optimizers.CosineRestarts,
      nn.optimizers.Cyclic,
      nn.optimizers.Exponential,
      nn.optimizers.InverseTime,
      nn.optimizers.LinearWarmUp,
      nn.optimizers.MultiStep,
      nn.optimizers.OneCycle,
      nn.optimizers.Polynomial,
      nn.optimizers.Product,
      nn.optimizers.Sequence,
      nn.optimizers.Step;
}

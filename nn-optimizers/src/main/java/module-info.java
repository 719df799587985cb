/**
 * The standard optimizers and schedules, found by name through {@link nn.api.Optimizer} and {@link
 * nn.api.Schedule}.
 */
module nn.optimizers {
  requires transitive nn.api;
  requires static org.jspecify;

  exports nn.optimizers;

  provides nn.api.Optimizer with
      nn.optimizers.Adam,
      nn.optimizers.Momentum,
      nn.optimizers.Sgd;
  provides nn.api.Schedule with
      nn.optimizers.Constant;
}

package nn.api;

/**
 * Service type: turns gradients into weight changes. It holds hyper-parameters only; the trainer
 * owns all state. The number of the update, counted from 1, and the rate after schedule arrive with
 * each call.
 */
public sealed interface Optimizer extends Plugin permits ElementwiseOptimizer, BlockOptimizer {
  /** Base rate before any schedule; a record component of this name provides it. */
  double learningRate();
}

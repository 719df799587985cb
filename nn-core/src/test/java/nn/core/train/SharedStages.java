package nn.core.train;

import com.google.common.collect.ImmutableSortedSet;

/** Whose work the threads of a crew share in a training step, as {@code SharedWork} calls them. */
final class SharedStages {
  /** All there are. */
  static final ImmutableSortedSet<String> ALL =
      ImmutableSortedSet.of(
          "LinearStage.forward",
          "LinearStage.backward",
          "ActivationStages.Split.forward",
          "ActivationStages.Split.backward",
          "ActivationStages.Parametric.forward",
          "ActivationStages.Parametric.backward",
          "BatchNormStage.forward",
          "BatchNormStage.backward",
          "LayerNormStage.forward",
          "LayerNormStage.backward",
          "DropoutStage.forward",
          "DropoutStage.backward",
          "LossStage.run",
          "Updater.Elementwise.update");

  private SharedStages() {}
}

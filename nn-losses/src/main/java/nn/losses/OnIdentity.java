package nn.losses;

import nn.api.ElementwiseLoss;
import nn.api.FusedLoss;
import nn.api.Link;
import org.jspecify.annotations.Nullable;

/** A loss of numbers as they are: on the identity the fused form is the plain one. */
interface OnIdentity extends ElementwiseLoss, FusedLoss {
  @Override
  default Link link() {
    return Link.IDENTITY;
  }

  @Override
  default double fusedRow(
      float[] z, int at, int width, float[] target, int targetAt, float @Nullable [] gradient) {
    return row(z, at, width, target, targetAt, gradient);
  }
}

package nn.core.train;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Strings;
import nn.api.Activation;
import nn.api.Loss;
import nn.api.Range;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.text.Numbers;

/** What must fit together before any work is put into it; refusals say how it would fit. */
final class Fit {
  private Fit() {}

  /** A network that can learn, whose outputs the loss takes. */
  static void check(Network network, Loss loss) {
    checkArgument(
        network.parameters().length > 0,
        "The network has nothing to learn: none of its layers has weights. Add a dense layer.");
    network.outputActivation().ifPresent(activation -> checkRange(loss, activation));
  }

  /** Rows of the widths that network and loss take. */
  static void checkWidths(Network network, Loss loss, Dataset data) {
    checkArgument(
        data.features().width() == network.inputs(),
        "The network takes rows of %s numbers, the data has rows of %s.",
        network.inputs(),
        data.features().width());
    int wanted = loss.targetWidth(network.outputs());
    checkArgument(
        data.targets().width() == wanted,
        "%s expects %s numbers per target for %s outputs, the data has %s.",
        Plugins.nameOf(loss),
        wanted,
        network.outputs(),
        data.targets().width());
  }

  /** Targets that make sense to the loss. */
  static void checkTargets(Loss loss, Dataset data) {
    Range domain = loss.targetDomain();
    Rows targets = data.targets();
    for (int i = targets.offset(); i < targets.offset() + targets.size(); i++) {
      float t = targets.data()[i];
      if (!fits(t, domain)) { // the words only now: there may be millions of targets
        throw new IllegalArgumentException(
            Strings.lenientFormat(
                "%s needs targets that are %s, the data has %s. Use another loss.",
                Plugins.nameOf(loss), domain.words(), Numbers.text(t)));
      }
    }
  }

  private static boolean fits(float target, Range domain) {
    return switch (domain) {
      case POSITIVE -> target > 0;
      case NON_NEGATIVE -> target >= 0;
      case UNIT -> target >= 0 && target <= 1;
      default -> true;
    };
  }

  /** Rows that all count for nothing have no average loss to judge by. */
  static void checkWeights(Loss loss, Rows validation) {
    boolean counts = validation.count() == 0;
    for (int r = 0; r < validation.count() && !counts; r++) {
      counts = LossStage.rowWeight(loss, validation, r) != 0;
    }
    checkArgument(
        counts,
        "%s gives each of the %s validation rows the weight 0, so there is nothing to judge by. Change its parameters, hold other rows back, or none.",
        Plugins.nameOf(loss),
        validation.count());
  }

  private static void checkRange(Loss loss, Activation output) {
    checkArgument(
        output.range().within(loss.domain()),
        "%s needs %s, but the output activation %s gives %s. Use the output activation %s.",
        Plugins.nameOf(loss),
        loss.domain().words(),
        Plugins.nameOf(output),
        output.range().words(),
        loss.output());
  }
}

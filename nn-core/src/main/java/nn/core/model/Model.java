package nn.core.model;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableMap;
import nn.api.Loss;
import nn.api.Rows;
import nn.core.data.DataException;
import nn.core.data.Dataset;
import nn.core.data.Preparation;
import nn.core.data.Source;
import nn.core.data.Target;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;
import nn.core.eval.ConfusionMatrix;
import nn.core.network.Network;
import nn.core.plugin.Plugins;

/**
 * A trained network with everything that is needed to use it: how raw rows become its inputs, how
 * its outputs become answers, and where it came from.
 *
 * @param network the network
 * @param preparation from table rows to network inputs, and back to the target's units
 * @param loss what it was trained with, which also says what its outputs mean
 * @param provenance how it was made: data, seed, optimizer and the like, in order; for people
 */
public record Model(
    Network network, Preparation preparation, Loss loss, ImmutableMap<String, String> provenance) {
  /**
   * Checks that the network takes the rows that the preparation makes, and gives what the loss
   * needs for the target. Of a number target a row may have several answers.
   *
   * @throws IllegalArgumentException if not
   */
  public Model {
    checkArgument(
        preparation.width() == network.inputs(),
        "its preparation makes rows of %s numbers, its network takes %s.",
        preparation.width(),
        network.inputs());
    int needed = OutputForm.of(loss, preparation.target()).outputs();
    checkAnswers(loss, needed, preparation.target());
    checkArgument(
        fits(network.outputs(), needed, preparation.target()),
        "its network has %s outputs, %s with the target \"%s\" needs %s.",
        network.outputs(),
        Plugins.nameOf(loss),
        preparation.target().column(),
        needed);
  }

  /** From other outputs than one a class, or one for two, no class can be told. */
  private static void checkAnswers(Loss loss, int needed, Target target) {
    if (target instanceof ClassTarget classes) {
      int labels = classes.labels().size();
      checkArgument(
          needed == labels || needed == 1,
          "%s has %s outputs for the %s classes of \"%s\", which tell no class; use another loss.",
          Plugins.nameOf(loss),
          needed,
          labels,
          target.column());
    }
  }

  private static boolean fits(int outputs, int needed, Target target) {
    return target instanceof ClassTarget classes
        ? outputs == needed || outputs == classes.labels().size()
        : needed > 0 && outputs % needed == 0;
  }

  /** SHA-256 of all parameters, little-endian, in file order: equal when every bit is. */
  public String weightsHash() {
    return Safetensors.sha256(network.parameters());
  }

  /**
   * Rows of a source as numbers for this model: features and targets in the form its loss takes.
   *
   * @throws DataException if the data does not fit the preparation
   */
  public Dataset dataset(Source source, int[] rows) {
    OutputForm form = OutputForm.of(loss, preparation.target());
    return source.dataset(preparation, rows, form.encoding());
  }

  /**
   * Row r of the network's outputs as a number in the target's own units.
   *
   * @throws IllegalStateException if the target is a class
   */
  public double number(Rows outputs, int r) {
    Target target = preparation.target();
    checkState(
        target instanceof NumberTarget,
        "The target \"%s\" is a class, not a number; ask label(...).",
        target.column());
    return ((NumberTarget) target).toUnits(loss.answer(outputs.get(r, 0)));
  }

  /**
   * Row r of the network's outputs as the number of a class: the highest, or above the loss's
   * boundary.
   */
  public int classNumber(Rows outputs, int r) {
    return outputs.width() == 1
        ? (outputs.get(r, 0) > loss.boundary() ? 1 : 0)
        : ConfusionMatrix.highest(outputs, r);
  }

  /**
   * Row r of the network's outputs as the label of a class.
   *
   * @throws IllegalStateException if the target is a number
   */
  public String label(Rows outputs, int r) {
    Target target = preparation.target();
    checkState(
        target instanceof ClassTarget,
        "The target \"%s\" is a number, not a class; ask number(...).",
        target.column());
    return ((ClassTarget) target).labels().get(classNumber(outputs, r));
  }
}

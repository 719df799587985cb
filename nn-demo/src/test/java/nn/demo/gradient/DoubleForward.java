package nn.demo.gradient;

import java.util.Arrays;
import nn.api.Activation;
import nn.api.Block;
import nn.api.ElementwiseActivation;
import nn.api.ElementwiseLoss;
import nn.api.Loss;
import nn.api.ParametricActivation;
import nn.core.network.Dense;
import nn.core.network.Layer;
import nn.core.network.Network;
import nn.core.plugin.Plugins;

/**
 * The loss of a network of dense layers over some rows, once more: plain loops in double over the
 * scalar definitions, nothing shared with the engine.
 */
final class DoubleForward {
  private final Network network;
  private final Loss loss;
  private final double[][] rows;
  private final double[][] targets;
  private double nearestKink;

  DoubleForward(Network network, Loss loss, double[][] rows, double[][] targets) {
    this.network = network;
    this.loss = loss;
    this.rows = rows;
    this.targets = targets;
  }

  /** The loss averaged over the rows, with these parameters in place of the network's. */
  double loss(double[] parameters) {
    nearestKink = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      sum += rowLoss(predict(rows[r], parameters), targets[r]);
    }
    return sum / rows.length;
  }

  /** How near the last {@link #loss} came to a place where a derivative jumps. */
  double nearestKink() {
    return nearestKink;
  }

  private double[] predict(double[] row, double[] parameters) {
    double[] x = row;
    for (Layer layer : network.layers()) {
      Dense dense = (Dense) layer;
      double[] z = sums(dense, x, parameters);
      x = activate(dense, z, parameters);
    }
    return x;
  }

  private static double[] sums(Dense dense, double[] x, double[] parameters) {
    double[] z = new double[dense.units()];
    for (int j = 0; j < z.length; j++) {
      z[j] = parameters[dense.bias().offset() + j];
      for (int k = 0; k < x.length; k++) {
        z[j] += x[k] * parameters[dense.weights().offset() + k * dense.units() + j];
      }
    }
    return z;
  }

  private double[] activate(Dense dense, double[] z, double[] parameters) {
    Activation activation = dense.activation();
    double[] y = new double[z.length];
    if (activation instanceof ElementwiseActivation f) {
      Arrays.setAll(y, j -> f.value(z[j]));
      note(z, f.kinks());
    } else if (activation instanceof ParametricActivation f) {
      int slopes = learned(dense).offset();
      Arrays.setAll(y, j -> f.value(z[j], parameters[slopes + (f.shared() ? 0 : j)]));
      note(z, f.kinks());
    } else {
      return row(Plugins.nameOf(activation), z);
    }
    return y;
  }

  /** Functions of a whole row have no scalar definition: each is written here. */
  private static double[] row(String name, double[] z) {
    if (!name.equals("softmax")) {
      throw new AssertionError("Write the plain definition of " + name + " here.");
    }
    double sum = 0;
    for (double score : z) {
      sum += StrictMath.exp(score);
    }
    double[] y = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      y[j] = StrictMath.exp(z[j]) / sum;
    }
    return y;
  }

  private double rowLoss(double[] p, double[] target) {
    if (loss instanceof ElementwiseLoss elementwise) {
      double sum = 0;
      for (int j = 0; j < p.length; j++) {
        sum += elementwise.value(p[j], target[j]);
        note(new double[] {p[j]}, elementwise.kinks(target[j]));
      }
      return elementwise.over() == ElementwiseLoss.Over.MEAN ? sum / p.length : sum;
    }
    return row(Plugins.nameOf(loss), p, target);
  }

  /** Losses of a whole row, each written here. */
  private static double row(String name, double[] p, double[] target) {
    if (!name.equals("cross-entropy")) {
      throw new AssertionError("Write the plain definition of " + name + " here.");
    }
    double sum = 0;
    for (int j = 0; j < p.length; j++) {
      double share = target.length == p.length ? target[j] : target[0] == j ? 1 : 0;
      sum -= share * StrictMath.log(p[j]);
    }
    return sum;
  }

  private Block learned(Dense dense) {
    String name = dense.number() + ".activation";
    return network.blocks().stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
  }

  private void note(double[] values, double[] kinks) {
    for (double value : values) {
      for (double kink : kinks) {
        nearestKink = Math.min(nearestKink, Math.abs(value - kink));
      }
    }
  }
}

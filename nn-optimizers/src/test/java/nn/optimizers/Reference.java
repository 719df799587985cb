package nn.optimizers;

import static org.apache.commons.math3.util.FastMath.abs;
import static org.apache.commons.math3.util.FastMath.max;
import static org.apache.commons.math3.util.FastMath.min;
import static org.apache.commons.math3.util.FastMath.pow;
import static org.apache.commons.math3.util.FastMath.signum;
import static org.apache.commons.math3.util.FastMath.sqrt;

import nn.api.Optimizer;

/**
 * The rules for one weight in double, written a second time from the papers and from PyTorch's and
 * Keras's documentation, without a thought for speed.
 */
interface Reference {
  /** The new weight; s are four numbers of state, 0 before step 1. */
  double step(int t, double g, double w, double[] s);

  /** The rule of an elementwise optimizer on a block that decays. */
  static Reference of(Optimizer optimizer) {
    if (optimizer instanceof Sgd o) {
      return (t, g, w, s) -> w - o.learningRate() * (g + o.weightDecay() * w);
    }
    if (optimizer instanceof Momentum o) {
      return (t, g, w, s) -> momentum(o, t, g + o.weightDecay() * w, w, s);
    }
    if (optimizer instanceof Adagrad o) {
      return (t, g, w, s) -> adagrad(o, t, g + o.weightDecay() * w, w, s);
    }
    if (optimizer instanceof Adadelta o) {
      return (t, g, w, s) -> adadelta(o, g + o.weightDecay() * w, w, s);
    }
    if (optimizer instanceof RmsProp o) {
      return (t, g, w, s) -> rmsprop(o, g + o.weightDecay() * w, w, s);
    }
    if (optimizer instanceof Rprop o) {
      return (t, g, w, s) -> rprop(o, t, g, w, s);
    }
    if (optimizer instanceof Asgd o) {
      return (t, g, w, s) -> asgd(o, t, g + o.weightDecay() * w, w, s);
    }
    if (optimizer instanceof Lion o) {
      return (t, g, w, s) -> lion(o, g, w - o.learningRate() * o.weightDecay() * w, s);
    }
    return optimizer instanceof Ftrl o ? (t, g, w, s) -> ftrl(o, t, g, w, s) : adams(optimizer);
  }

  private static Reference adams(Optimizer optimizer) {
    if (optimizer instanceof Adam o) {
      return (t, g, w, s) -> {
        double[] m = moments(t, g + o.weightDecay() * w, o.beta1(), o.beta2(), s);
        return w - o.learningRate() * m[0] / (sqrt(m[1]) + o.epsilon());
      };
    }
    if (optimizer instanceof AdamW o) {
      return (t, g, w, s) -> {
        double[] m = moments(t, g, o.beta1(), o.beta2(), s);
        double left = w - o.learningRate() * o.weightDecay() * w;
        return left - o.learningRate() * m[0] / (sqrt(m[1]) + o.epsilon());
      };
    }
    if (optimizer instanceof AmsGrad o) {
      return (t, g, w, s) -> {
        double[] m = moments(t, g + o.weightDecay() * w, o.beta1(), o.beta2(), s);
        s[2] = max(s[2], s[1]);
        double root = sqrt(s[2] / (1 - pow(o.beta2(), t)));
        return w - o.learningRate() * m[0] / (root + o.epsilon());
      };
    }
    if (optimizer instanceof Adamax o) {
      return (t, g, w, s) -> {
        double slope = g + o.weightDecay() * w;
        s[0] = o.beta1() * s[0] + (1 - o.beta1()) * slope;
        s[1] = max(o.beta2() * s[1], abs(slope) + o.epsilon());
        return w - o.learningRate() / (1 - pow(o.beta1(), t)) * s[0] / s[1];
      };
    }
    if (optimizer instanceof Nadam o) {
      return (t, g, w, s) -> nadam(o, t, g + o.weightDecay() * w, w, s);
    }
    if (optimizer instanceof Radam o) {
      return (t, g, w, s) -> radam(o, t, g + o.weightDecay() * w, w, s);
    }
    if (optimizer instanceof AdaBelief o) {
      return (t, g, w, s) -> adabelief(o, t, g, w - o.learningRate() * o.weightDecay() * w, s);
    }
    Yogi o = (Yogi) optimizer;
    return (t, g, w, s) -> yogi(o, t, g, w, s);
  }

  /** m and v after correction; s[0] and s[1] are those before. */
  private static double[] moments(int t, double g, double beta1, double beta2, double[] s) {
    s[0] = beta1 * s[0] + (1 - beta1) * g;
    s[1] = beta2 * s[1] + (1 - beta2) * g * g;
    return new double[] {s[0] / (1 - pow(beta1, t)), s[1] / (1 - pow(beta2, t))};
  }

  private static double momentum(Momentum o, int t, double g, double w, double[] s) {
    s[0] = t == 1 ? g : o.momentum() * s[0] + (1 - o.dampening()) * g;
    return w - o.learningRate() * (o.nesterov() ? g + o.momentum() * s[0] : s[0]);
  }

  private static double adagrad(Adagrad o, int t, double g, double w, double[] s) {
    s[0] = (t == 1 ? o.initialAccumulator() : s[0]) + g * g;
    double rate = o.learningRate() / (1 + (t - 1) * o.rateDecay());
    return w - rate * g / (sqrt(s[0]) + o.epsilon());
  }

  private static double adadelta(Adadelta o, double g, double w, double[] s) {
    s[0] = o.rho() * s[0] + (1 - o.rho()) * g * g;
    double move = sqrt(s[1] + o.epsilon()) / sqrt(s[0] + o.epsilon()) * g;
    s[1] = o.rho() * s[1] + (1 - o.rho()) * move * move;
    return w - o.learningRate() * move;
  }

  private static double rmsprop(RmsProp o, double g, double w, double[] s) {
    s[0] = o.alpha() * s[0] + (1 - o.alpha()) * g * g;
    s[1] = o.alpha() * s[1] + (1 - o.alpha()) * g;
    double spread = o.centered() ? s[0] - s[1] * s[1] : s[0];
    s[2] = o.momentum() * s[2] + g / (sqrt(spread) + o.epsilon());
    return w - o.learningRate() * s[2];
  }

  private static double rprop(Rprop o, int t, double g, double w, double[] s) {
    if (t == 1) {
      s[1] = o.learningRate();
    }
    double slope = g;
    if (g * s[0] > 0) {
      s[1] = min(s[1] * o.etaPlus(), o.maxStep());
    } else if (g * s[0] < 0) {
      s[1] = max(s[1] * o.etaMinus(), o.minStep());
      slope = 0;
    }
    s[0] = slope;
    return w - signum(slope) * s[1];
  }

  /** s[1] is the rate of the next step, as PyTorch keeps it. */
  private static double asgd(Asgd o, int t, double g, double w, double[] s) {
    double eta = t == 1 ? o.learningRate() : s[1];
    double moved = w * (1 - o.lambda() * eta) - eta * g;
    s[1] = o.learningRate() / pow(1 + o.lambda() * o.learningRate() * t, o.alpha());
    return moved;
  }

  private static double lion(Lion o, double g, double w, double[] s) {
    double direction = signum(o.beta1() * s[0] + (1 - o.beta1()) * g);
    s[0] = o.beta2() * s[0] + (1 - o.beta2()) * g;
    return w - o.learningRate() * direction;
  }

  private static double ftrl(Ftrl o, int t, double g, double w, double[] s) {
    double before = t == 1 ? o.initialAccumulator() : s[0];
    s[0] = before + g * g;
    double p = -o.learningRatePower();
    double sigma = (pow(s[0], p) - pow(before, p)) / o.learningRate();
    s[1] += g + 2 * o.l2Shrinkage() * w - sigma * w;
    if (abs(s[1]) <= o.l1()) {
      return 0;
    }
    double divisor = (pow(s[0], p) + o.beta()) / o.learningRate() + 2 * o.l2();
    return (signum(s[1]) * o.l1() - s[1]) / divisor;
  }

  /** s[2] is the product of the momenta, started at 1. */
  private static double nadam(Nadam o, int t, double g, double w, double[] s) {
    double[] m = moments(t, g, o.beta1(), o.beta2(), s);
    double mu = o.beta1() * (1 - 0.5 * pow(0.96, t * o.momentumDecay()));
    double next = o.beta1() * (1 - 0.5 * pow(0.96, (t + 1) * o.momentumDecay()));
    s[2] = (t == 1 ? 1 : s[2]) * mu;
    double scale = sqrt(m[1]) + o.epsilon();
    return w
        - o.learningRate() * (1 - mu) / (1 - s[2]) * g / scale
        - o.learningRate() * next / (1 - s[2] * next) * s[0] / scale;
  }

  private static double radam(Radam o, int t, double g, double w, double[] s) {
    double[] m = moments(t, g, o.beta1(), o.beta2(), s);
    double power = pow(o.beta2(), t);
    double end = 2 / (1 - o.beta2()) - 1;
    double rho = end - 2 * t * power / (1 - power);
    if (rho <= 5) {
      return w - o.learningRate() * m[0];
    }
    double r = sqrt((rho - 4) * (rho - 2) * end / ((end - 4) * (end - 2) * rho));
    double adaptive = sqrt(1 - power) / (sqrt(s[1]) + o.epsilon());
    return w - o.learningRate() * m[0] * r * adaptive;
  }

  private static double adabelief(AdaBelief o, int t, double g, double w, double[] s) {
    s[0] = o.beta1() * s[0] + (1 - o.beta1()) * g;
    s[1] = o.beta2() * s[1] + (1 - o.beta2()) * (g - s[0]) * (g - s[0]) + o.epsilon();
    double mean = s[0] / (1 - pow(o.beta1(), t));
    return w - o.learningRate() * mean / (sqrt(s[1] / (1 - pow(o.beta2(), t))) + o.epsilon());
  }

  private static double yogi(Yogi o, int t, double g, double w, double[] s) {
    double v = t == 1 ? o.initialAccumulator() : s[1];
    s[0] = o.beta1() * s[0] + (1 - o.beta1()) * g;
    s[1] = v - (1 - o.beta2()) * signum(v - g * g) * g * g;
    double mean = s[0] / (1 - pow(o.beta1(), t));
    return w - o.learningRate() * mean / (sqrt(s[1] / (1 - pow(o.beta2(), t))) + o.epsilon());
  }
}

package nn.core.network;

import nn.api.Activation;
import nn.api.BatchActivation;
import nn.api.ElementwiseActivation;
import nn.api.ParametricActivation;
import nn.api.RowActivation;
import nn.api.Rows;
import nn.core.kernel.Crew;
import nn.core.random.SplitMix64;

/**
 * y = f(x) for the four forms of activation. Those that keep the width write dx over dy: one array
 * of gradients between two layers is enough.
 */
final class ActivationStages {
  /** Elementary operations that one number costs, for deciding when threads pay. */
  private static final int WORK = 16;

  private ActivationStages() {}

  /**
   * The stage of a layer's activation.
   *
   * @param dx gradient of the pre-activation, the dy of the linear stage before
   */
  static Stage of(Dense layer, float[] parameters, float[] gradients, Rows x, Rows dx) {
    Activation activation = layer.activation();
    Rows learned = Dense.view(parameters, layer.activationBlock());
    boolean trains = gradients.length > 0;
    Rows dLearned = trains ? Dense.view(gradients, layer.activationBlock()) : Stage.NONE;
    if (activation instanceof ElementwiseActivation elementwise) {
      return new Elementwise(elementwise, x, dx);
    } else if (activation instanceof RowActivation row) {
      return new Row(row, x, dx);
    } else if (activation instanceof ParametricActivation parametric) {
      return new Parametric(parametric, learned, dLearned, x, dx);
    }
    BatchActivation batch = (BatchActivation) activation;
    Rows y = Rows.zeros(x.count(), layer.outputs());
    Rows dy = trains ? Rows.zeros(x.count(), layer.outputs()) : Stage.NONE;
    return new Batch(batch, layer.number(), learned, dLearned, x, y, dx, dy);
  }

  /** A function of single numbers, split by rows. */
  private static final class Elementwise extends Stage {
    private final Crew.Task forward;
    private final Crew.Task backward;

    Elementwise(ElementwiseActivation f, Rows x, Rows dx) {
      super(x, Rows.zeros(x.count(), x.width()), dx, dx);
      forward = (from, to, kernels) -> f.forward(x.data(), y.data(), x.at(from), x.at(to), kernels);
      backward =
          (from, to, kernels) ->
              f.backward(x.data(), y.data(), dy.data(), dx.data(), x.at(from), x.at(to), kernels);
    }

    @Override
    void forward(Moment moment, Crew crew) {
      crew.split(x.count(), (long) WORK * x.width(), forward);
    }

    @Override
    void backward(Moment moment, Crew crew) {
      crew.split(x.count(), (long) WORK * x.width(), backward);
    }
  }

  /** A function of whole rows, split by rows. */
  private static final class Row extends Stage {
    private final Crew.Task forward;
    private final Crew.Task backward;

    Row(RowActivation f, Rows x, Rows dx) {
      super(x, Rows.zeros(x.count(), x.width()), dx, dx);
      forward = (from, to, kernels) -> f.forward(x, y, from, to, kernels);
      backward = (from, to, kernels) -> f.backward(x, y, dy, dx, from, to, kernels);
    }

    @Override
    void forward(Moment moment, Crew crew) {
      crew.split(x.count(), (long) WORK * x.width(), forward);
    }

    @Override
    void backward(Moment moment, Crew crew) {
      crew.split(x.count(), (long) WORK * x.width(), backward);
    }
  }

  /** A function with learned numbers: backward by units, on one thread where they share one. */
  private static final class Parametric extends Stage {
    private final boolean shared;
    private final Crew.Task forward;
    private final Crew.Task backward;

    Parametric(ParametricActivation f, Rows a, Rows da, Rows x, Rows dx) {
      super(x, Rows.zeros(x.count(), x.width()), dx, dx);
      shared = f.shared();
      forward = (from, to, kernels) -> f.forward(x, y, a, from, to, kernels);
      backward = (from, to, kernels) -> f.backward(x, dy, dx, a, da, from, to, kernels);
    }

    @Override
    void forward(Moment moment, Crew crew) {
      crew.split(x.count(), (long) WORK * x.width(), forward);
    }

    @Override
    void backward(Moment moment, Crew crew) {
      if (shared) {
        crew.single(x.width(), backward);
      } else {
        crew.split(x.width(), (long) WORK * x.count(), backward);
      }
    }
  }

  /** The general form: whole batches on one thread. */
  private static final class Batch extends Stage {
    private final long layer;
    private boolean training;
    private long seed;
    private long firstRow;
    private final Crew.Task forward;
    private final Crew.Task backward;

    Batch(BatchActivation f, int layer, Rows a, Rows da, Rows x, Rows y, Rows dx, Rows dy) {
      super(x, y, dx, dy);
      this.layer = layer;
      forward = (from, to, kernels) -> f.forward(x, y, a, training, seed, firstRow, kernels);
      backward =
          (from, to, kernels) -> f.backward(x, y, dy, dx, a, da, training, seed, firstRow, kernels);
    }

    @Override
    void forward(Moment moment, Crew crew) {
      note(moment);
      crew.single(x.count(), forward);
    }

    @Override
    void backward(Moment moment, Crew crew) {
      note(moment);
      crew.single(x.count(), backward);
    }

    private void note(Moment moment) {
      training = moment.training;
      seed = SplitMix64.key(moment.seed, layer);
      firstRow = moment.firstRow;
    }
  }
}

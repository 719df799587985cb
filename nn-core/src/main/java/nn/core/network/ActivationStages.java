package nn.core.network;

import nn.api.Activation;
import nn.api.BatchActivation;
import nn.api.ElementwiseActivation;
import nn.api.ParametricActivation;
import nn.api.RowActivation;
import nn.api.Rows;
import nn.core.kernel.Crew;
import nn.core.kernel.ScalarLoops;
import nn.core.random.SplitMix64;

/**
 * y = f(x) for the four forms of activation. Those that keep the width write dx over dy: one array
 * of gradients between two layers is enough.
 */
final class ActivationStages {
  /** What one number costs in multiply-adds of a product, for deciding when threads pay. */
  private static final int WORK = 64;

  private ActivationStages() {}

  /**
   * The stage of a layer's activation.
   *
   * @param dx gradient of the pre-activation, the dy of the linear stage before
   */
  static Stage of(Dense layer, float[] parameters, float[] gradients, Rows x, Rows dx) {
    Activation activation = layer.activation();
    boolean trains = gradients.length > 0;
    Rows a = Dense.view(parameters, layer.activationBlock());
    Rows da = trains ? Dense.view(gradients, layer.activationBlock()) : Stage.NONE;
    Rows y = Rows.zeros(x.count(), layer.outputs());
    if (activation instanceof ElementwiseActivation f) {
      return elementwise(f, layer, x, y, dx);
    } else if (activation instanceof RowActivation f) {
      return new Split(
          layer,
          x,
          y,
          dx,
          (from, to, kernels) -> f.forward(x, y, from, to, kernels),
          (from, to, kernels) -> f.backward(x, y, dx, dx, from, to, kernels));
    } else if (activation instanceof ParametricActivation f) {
      return new Parametric(f, layer, x, y, dx, a, da);
    }
    BatchActivation batch = (BatchActivation) activation;
    Rows dy = trains ? Rows.zeros(x.count(), layer.outputs()) : Stage.NONE;
    return new Batch(batch, layer, a, da, x, y, dx, dy);
  }

  /** The task, whose failures tell whose fault they are. */
  private static Crew.Task blaming(Dense layer, Crew.Task task) {
    return (from, to, kernels) -> {
      try {
        task.run(from, to, kernels);
      } catch (Throwable e) { // a stranger's code: anything, also what javac would not let through
        throw layer.failure(e);
      }
    };
  }

  private static Stage elementwise(ElementwiseActivation f, Dense layer, Rows x, Rows y, Rows d) {
    ElementwiseActivation ahead = ScalarLoops.forward(f);
    ElementwiseActivation back = ScalarLoops.backward(f);
    return new Split(
        layer,
        x,
        y,
        d,
        (from, to, kernels) -> ahead.forward(x.data(), y.data(), x.at(from), x.at(to), kernels),
        (from, to, kernels) ->
            back.backward(x.data(), y.data(), d.data(), d.data(), x.at(from), x.at(to), kernels));
  }

  /** A function of single numbers or whole rows: both ways split by rows. */
  private static final class Split extends Stage {
    private final Crew.Task forward;
    private final Crew.Task backward;

    Split(Dense layer, Rows x, Rows y, Rows d, Crew.Task forward, Crew.Task backward) {
      super(x, y, d, d);
      this.forward = blaming(layer, forward);
      this.backward = blaming(layer, backward);
    }

    @Override
    void forward(Moment moment, Crew crew) {
      crew.split(x.count(), (long) WORK * x.size(), forward);
    }

    @Override
    void backward(Moment moment, Crew crew) {
      crew.split(x.count(), (long) WORK * x.size(), backward);
    }
  }

  /** A function with learned numbers: backward by units, on one thread where they share one. */
  private static final class Parametric extends Stage {
    private final boolean shared;
    private final Crew.Task forward;
    private final Crew.Task backward;

    Parametric(ParametricActivation f, Dense layer, Rows x, Rows y, Rows d, Rows a, Rows da) {
      super(x, y, d, d);
      shared = f.shared();
      forward = blaming(layer, (from, to, kernels) -> f.forward(x, y, a, from, to, kernels));
      backward =
          blaming(layer, (from, to, kernels) -> f.backward(x, d, d, a, da, from, to, kernels));
    }

    @Override
    void forward(Moment moment, Crew crew) {
      crew.split(x.count(), (long) WORK * x.size(), forward);
    }

    @Override
    void backward(Moment moment, Crew crew) {
      if (shared) {
        crew.single(x.width(), backward);
      } else {
        crew.split(x.width(), (long) WORK * x.size(), backward);
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

    Batch(BatchActivation f, Dense layer, Rows a, Rows da, Rows x, Rows y, Rows dx, Rows dy) {
      super(x, y, dx, dy);
      this.layer = layer.number();
      forward =
          blaming(
              layer, (from, to, kernels) -> f.forward(x, y, a, training, seed, firstRow, kernels));
      backward =
          blaming(
              layer,
              (from, to, kernels) ->
                  f.backward(x, y, dy, dx, a, da, training, seed, firstRow, kernels));
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

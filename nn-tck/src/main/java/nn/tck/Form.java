package nn.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import nn.api.Activation;
import nn.api.BatchActivation;
import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.api.ParametricActivation;
import nn.api.RowActivation;
import nn.api.Rows;

/**
 * An activation of any form on batches of one width, so that one rule serves all forms.
 *
 * @param activation the plugin
 * @param width numbers per input row
 * @param outputs numbers per output row
 * @param a its learned numbers, one row
 * @param kernels lent to it
 */
record Form(Activation activation, int width, int outputs, Rows a, Kernels kernels) {
  /** Widths of layers to try: a single unit, and one that fills no vector. */
  private static final int[] WIDTHS = {1, 5};

  /** How far the search for widths goes that a gated or grouped unit accepts. */
  private static final int WIDEST = 256;

  /** How many accepted widths are enough. */
  private static final int ENOUGH = 3;

  /** Which pass it is: row 0 of the batch has the global number {@code firstRow}. */
  record Moment(boolean training, long seed, long firstRow) {
    /** A step of training. */
    static final Moment TRAINING = new Moment(true, 7, 0);

    /** A pass that only predicts. */
    static final Moment INFERENCE = new Moment(false, 7, 0);
  }

  /** The activation on layers of a few widths. */
  static List<Form> of(Activation activation, Bench bench) {
    List<Form> forms = new ArrayList<>();
    if (!(activation instanceof BatchActivation batch)) {
      for (int width : WIDTHS) {
        forms.add(new Form(activation, width, width, start(activation, width), bench.kernels()));
      }
      return forms;
    }
    for (int width = 1; width <= WIDEST && forms.size() < ENOUGH; width++) {
      int outputs = outputs(batch, width);
      if (outputs > 0) {
        Rows a = start(batch, width, bench.random());
        forms.add(new Form(activation, width, outputs, a, bench.kernels()));
      }
    }
    Finding.unless(!forms.isEmpty(), "outputWidth() accepts no width from 1 to %s.", WIDEST);
    return forms;
  }

  /** 0 for a width that the activation refuses. */
  private static int outputs(BatchActivation batch, int width) {
    try {
      return batch.outputWidth(width);
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  private static Rows start(Activation activation, int width) {
    if (!(activation instanceof ParametricActivation f)) {
      return Rows.zeros(1, 0);
    }
    Rows a = Rows.zeros(1, f.shared() ? 1 : width);
    Arrays.fill(a.data(), (float) f.initialParameter());
    return a;
  }

  private static Rows start(BatchActivation batch, int width, RandomGenerator random) {
    Rows a = Rows.zeros(1, batch.parameterCount(width));
    batch.initialParameters(width, a, random);
    return a;
  }

  /** The same with other learned numbers. */
  Form with(Rows learned) {
    return new Form(activation, width, outputs, learned, kernels);
  }

  /** Gradients of the learned numbers, all zero. */
  Rows noBlame() {
    return Rows.zeros(1, a.width());
  }

  /** Writes every row of y; x and y start at the same index. */
  void forward(Rows x, Rows y, Moment moment) {
    if (activation instanceof ElementwiseActivation f) {
      f.forward(x.data(), y.data(), x.offset(), x.offset() + x.size(), kernels);
    } else if (activation instanceof RowActivation f) {
      f.forward(x, y, 0, x.count(), kernels);
    } else if (activation instanceof ParametricActivation f) {
      f.forward(x, y, a, 0, x.count(), kernels);
    } else if (activation instanceof BatchActivation f) {
      f.forward(x, y, a, moment.training, moment.seed, moment.firstRow, kernels);
    }
  }

  /** Writes every row of dx and adds to da. */
  void backward(Rows x, Rows y, Rows dy, Rows dx, Rows da, Moment moment) {
    if (activation instanceof ElementwiseActivation f) {
      f.backward(
          x.data(), y.data(), dy.data(), dx.data(), x.offset(), x.offset() + x.size(), kernels);
    } else if (activation instanceof RowActivation f) {
      f.backward(x, y, dy, dx, 0, x.count(), kernels);
    } else if (activation instanceof ParametricActivation f) {
      f.backward(x, dy, dx, a, da, 0, width, kernels);
    } else if (activation instanceof BatchActivation f) {
      f.backward(x, y, dy, dx, a, da, moment.training, moment.seed, moment.firstRow, kernels);
    }
  }
}

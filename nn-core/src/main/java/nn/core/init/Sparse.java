package nn.core.init;

import java.util.random.RandomGenerator;
import nn.api.Initializer;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;

/**
 * Normal with mean 0, but of the weights that leave one input a fixed part, rounded up, is 0: a row
 * here, a column in PyTorch's layout.
 *
 * <p>Source: Martens: Deep learning via Hessian-free optimization (ICML 2010), as in PyTorch.
 *
 * @param sparsity part of each row that is 0; 0.1, where PyTorch has no default
 * @param deviation standard deviation of the others; PyTorch's 0.01
 */
@Named(
    summary = "Normal numbers, but a fixed part of the weights of every input is 0.",
    formula = "N(0, deviation^2), ceil(sparsity outputs) zeros a row",
    source = "Martens 2010, PyTorch sparse_")
public record Sparse(
    @Param(min = 0, max = 1, help = "part of each row that is 0") double sparsity,
    @Param(min = 0, max = 1e6, help = "standard deviation of the others") double deviation)
    implements Initializer {
  /** A tenth zero, the others with deviation 0.01. */
  public Sparse() {
    this(0.1, 0.01);
  }

  @Override
  public void fill(Rows w, RandomGenerator random) {
    for (int r = 0; r < w.count(); r++) {
      Chance.normal(w.slice(r, r + 1), 0, deviation, random);
      thin(w.data(), w.at(r), w.width(), random);
    }
  }

  /** Sets as many numbers as asked to 0: each is so with equal chance, one draw a number. */
  private void thin(float[] data, int at, int width, RandomGenerator random) {
    int zeros = (int) Math.ceil(sparsity * width);
    for (int c = 0; c < width; c++) {
      if (random.nextInt(width - c) < zeros) {
        data[at + c] = 0;
        zeros--;
      }
    }
  }
}

package nn.optimizers;

import nn.api.Block;
import nn.api.Block.Role;
import nn.api.BlockOptimizer;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Optimizer;
import nn.api.Param;
import nn.api.Rows;

/**
 * Moves a matrix by a rotation: the momentum m = m + (1 - momentum) (g - m), looked at once more
 * ahead with nesterov, is replaced by the nearest matrix whose singular values are about 1, found
 * by a few Newton-Schulz steps X = a X + (b X X^T + c (X X^T)^2) X from X = m / |m|. Every
 * direction is learned at the same speed. Weights alone are matrices; everything else goes to
 * {@code others}.
 *
 * <p>The step is rate sqrt(max(1, outputs / inputs)): the source writes sqrt(max(1, A / B)) for
 * matrices of A outputs x B inputs, ours are inputs x outputs. Decay is decoupled: where {@link
 * Block#decays()} says so each weight first loses the part rate decay of itself.
 *
 * <p>Source: Jordan and others: Muon, an optimizer for hidden layers (2024), as in PyTorch, but in
 * float where PyTorch iterates in bfloat16.
 *
 * @param learningRate base rate
 * @param momentum part of the momentum that is kept
 * @param nesterov whether to look ahead along the momentum
 * @param steps number of Newton-Schulz steps
 * @param epsilon keeps the division finite
 * @param weightDecay part of the weight, times the rate, that each step takes away
 * @param others optimizer of everything but weights, with its own base rate
 */
@Named(
    summary = "Moves weight matrices by rotations; biases go to another optimizer.",
    formula = "(1 - rate decay) w - rate sqrt(max(1, outputs / inputs)) U V^T",
    source = "Jordan and others 2024, PyTorch Muon")
public record Muon(
    @Param(min = 1e-12, max = 1e3, log = true, help = "size of a step") double learningRate,
    @Param(min = 0, max = 0.9999, help = "part of the momentum that is kept") double momentum,
    @Param(help = "look ahead along the momentum") boolean nesterov,
    @Param(min = 0, max = 50, help = "Newton-Schulz steps") int steps,
    @Param(min = 1e-16, max = 1, log = true, help = "keeps the division finite") double epsilon,
    @Param(min = 0, max = 1, help = "pull of the weights towards 0") double weightDecay,
    @Param(help = "optimizer of all that is not a matrix") Optimizer others)
    implements BlockOptimizer {
  /** Coefficients of the iteration, chosen for speed: they lead near 1, not to 1. */
  private static final float A = 3.4445f;

  private static final float B = -4.775f;
  private static final float C = 2.0315f;

  /** PyTorch's defaults; {@link AdamW} for the others. */
  public Muon() {
    this(0.001, 0.95, true, 5, 1e-7, 0.1, new AdamW());
  }

  @Override
  public boolean handles(Block block) {
    return block.role() == Role.WEIGHTS;
  }

  @Override
  public int stateSize(Block block) {
    return block.size();
  }

  @Override
  public int scratchSize(Block block) {
    long shorter = Math.min(block.rows(), block.columns());
    return Terms.numbers(block, 2 * (block.size() + shorter * shorter));
  }

  @Override
  public void update(
      long step,
      double rate,
      Block block,
      float[] weights,
      float[] gradients,
      float[] state,
      int stateAt,
      float[] scratch,
      Kernels kernels) {
    int at = block.offset();
    look(block, gradients, state, stateAt, scratch);
    Rows rotation = orthogonal(block, scratch, kernels);
    double shape = Math.max(1, block.columns() / (double) block.rows());
    float size = (float) (rate * Math.sqrt(shape));
    float left = Terms.kept(block, rate, weightDecay);
    for (int i = 0; i < block.size(); i++) {
      float u = scratch[rotation.offset() + i];
      weights[at + i] = Math.fma(-size, u, left * weights[at + i]);
    }
  }

  /** Brings the momentum up to date and puts what is to be turned into a rotation into u. */
  private void look(Block block, float[] gradients, float[] state, int stateAt, float[] u) {
    float fresh = (float) (1 - momentum);
    float ahead = nesterov ? (float) momentum : 1;
    for (int i = 0; i < block.size(); i++) {
      float g = gradients[block.offset() + i];
      float m = Math.fma(fresh, g - state[stateAt + i], state[stateAt + i]);
      state[stateAt + i] = m;
      u[i] = Math.fma(ahead, m - g, g);
    }
  }

  /** The matrix at the start of the scratch, its singular values brought near 1. */
  private Rows orthogonal(Block block, float[] scratch, Kernels kernels) {
    int size = block.size();
    boolean tall = block.rows() > block.columns();
    int k = Math.min(block.rows(), block.columns());
    Rows x = new Rows(scratch, 0, block.rows(), block.columns());
    Rows next = new Rows(scratch, size, block.rows(), block.columns());
    Rows gram = new Rows(scratch, 2 * size, k, k);
    Rows square = new Rows(scratch, 2 * size + k * k, k, k);
    float scale = (float) (1 / Math.max(epsilon, Norms.length(scratch, 0, size)));
    for (int i = 0; i < size; i++) {
      scratch[i] *= scale;
    }
    for (int s = 0; s < steps; s++) {
      // The smaller of the two products: X^T X for a tall matrix, X X^T for a wide one.
      kernels.multiply(x, tall, x, !tall, gram);
      kernels.multiply(gram, false, gram, false, square);
      mix(B, gram, C, square);
      kernels.multiply(tall ? x : square, false, tall ? square : x, false, next);
      mix(A, x, 1, next);
      Rows before = x;
      x = next;
      next = before;
    }
    return x;
  }

  /** to = p from + q to. */
  private static void mix(float p, Rows from, float q, Rows to) {
    for (int i = 0; i < to.size(); i++) {
      float product = q * to.data()[to.offset() + i];
      to.data()[to.offset() + i] = Math.fma(p, from.data()[from.offset() + i], product);
    }
  }
}

package nn.losses;

import nn.api.Named;
import nn.api.Param;

/**
 * The surprise at the class that turned out to be right: -sum_j t_j ln p_j, where t_j is 1 for that
 * class and 0 for the others. The derivative is -t_j / p_j; both stay finite at p = 0, where p
 * counts as the smallest normal float.
 *
 * <p>On the scores z before softmax the fused form is sum_j t_j (ln sum_k e^z_k - z_j), with
 * derivative p_j sum_k t_k - t_j: PyTorch's convention, also for targets that do not add up to 1.
 *
 * <p>Label smoothing replaces t_j by (1 - s) t_j + s / C for each of the C classes, the right one
 * too. A row whose class number is {@code ignored} has loss 0, gradient 0 and weight 0.
 *
 * @param targets how a row says which class is right
 * @param labelSmoothing the share s of every target that is spread over all classes
 * @param ignored the class number of rows to leave out; PyTorch's {@code ignore_index}
 */
@Named(
    value = "cross-entropy",
    summary = "Surprise at the right class, for outputs that are probabilities of classes.",
    formula = "-sum_j t_j ln p_j",
    source = "PyTorch CrossEntropyLoss, which is the fused form")
public record CrossEntropy(
    @Param(help = "index: a class number per row; one-hot: one number per class") Targets targets,
    @Param(min = 0, max = 1, help = "share of a target that is spread over all classes")
        double labelSmoothing,
    @Param(help = "class number of rows to leave out") int ignored)
    implements OnProbabilities {
  /** PyTorch's defaults: class numbers, no smoothing, -100 is ignored. */
  public CrossEntropy() {
    this(Targets.INDEX, 0, -100);
  }

  @Override
  public double cost(double logP, double notP) {
    return -logP;
  }

  @Override
  public double slope(double logP, double notP) {
    return -1;
  }

  @Override
  public double share(float[] target, int targetAt, int j, int classes) {
    return (1 - labelSmoothing) * targets.share(target, targetAt, j) + labelSmoothing / classes;
  }

  @Override
  public boolean ignores(float number) {
    return targets == Targets.INDEX && number == ignored;
  }
}

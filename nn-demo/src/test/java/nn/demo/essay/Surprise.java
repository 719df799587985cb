package nn.demo.essay;

import nn.api.ElementwiseActivation;
import nn.api.ElementwiseLoss;
import nn.api.FusedLoss;
import nn.api.Loss;
import nn.api.RowActivation;
import nn.demo.story.Classroom;

/** Softmax and a loss of classes on single rows of scores, joined and one after the other. */
public final class Surprise {
  private final RowActivation softmax;
  private final ElementwiseActivation sigmoid;
  private final ElementwiseLoss square;
  private final Loss apart;
  private final FusedLoss fused;

  /** A loss by its text. */
  public Surprise(Classroom room, String loss) {
    softmax = (RowActivation) room.plugins().activation("softmax");
    sigmoid = (ElementwiseActivation) room.plugins().activation("sigmoid");
    square = (ElementwiseLoss) room.mse();
    apart = room.plugins().loss(loss);
    fused = (FusedLoss) apart;
  }

  /** What softmax makes of the scores. */
  float[] probabilities(float... scores) {
    float[] p = new float[scores.length];
    softmax.forwardRow(scores, p, 0, scores.length);
    return p;
  }

  /** The loss, taken on the scores. */
  public double loss(float[] scores, int right) {
    return fused.fusedRow(scores, 0, scores.length, new float[] {right}, 0, null);
  }

  /** Its slope for each score, taken on the scores. */
  public float[] slopes(float[] scores, int right) {
    float[] slopes = new float[scores.length];
    fused.fusedRow(scores, 0, scores.length, new float[] {right}, 0, slopes);
    return slopes;
  }

  /** The loss, taken on the probabilities. */
  double lossApart(float[] scores, int right) {
    return apart.row(probabilities(scores), 0, scores.length, new float[] {right}, 0, null);
  }

  /** The slope for each probability, taken back through softmax. */
  float[] slopesApart(float[] scores, int right) {
    float[] p = probabilities(scores);
    float[] slopes = new float[scores.length];
    apart.row(p, 0, p.length, new float[] {right}, 0, slopes);
    softmax.backwardRow(scores, p, slopes, slopes, 0, p.length);
    return slopes;
  }

  /** Squared error of the right class's probability, given its lead over the only other. */
  public double square(double lead) {
    return square.value(sigmoid.value(lead), 1);
  }

  /** How it changes with the lead. */
  public double squareSlope(double lead) {
    return square.derivative(sigmoid.value(lead), 1) * sigmoid.derivative(lead);
  }
}

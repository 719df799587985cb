package nn.core.network;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import nn.api.Block;
import nn.api.Link;
import nn.api.Rows;
import nn.core.kernel.Crew;
import nn.core.plugin.PluginFailure;

/**
 * A network at work on batches of one size: it owns the arrays between the layers, made once. Fill
 * {@link #input()}, run {@link #forward}, read {@link #output()}; to train, write {@link
 * #headGradient()} and run {@link #backward}. Not for use by several threads at once; the crew's
 * threads work inside.
 *
 * <p>The head is where the loss takes hold: the output, or, for a loss that is fused with the
 * output activation, that activation's input.
 */
public final class Pass {
  private final Rows input;
  private final List<Stage> stages = new ArrayList<>();
  private final List<Suspect> activations = new ArrayList<>();

  /** The stages up to the head. */
  private final Stage[] toHead;

  private final Moment moment = new Moment();
  private final float[] gradients;

  /** The blocks that no stage clears itself. */
  private final Block[] small;

  private Pass(Network network, int rows, float[] gradients, boolean fused) {
    input = Rows.zeros(rows, network.inputs());
    this.gradients = gradients;
    small =
        network.blocks().stream()
            .filter(block -> block.role() != Block.Role.WEIGHTS && block.role() != Block.Role.BIAS)
            .toArray(Block[]::new);
    for (Layer layer : network.layers()) {
      append(network, layer, gradients);
    }
    int behind = fused && endsInActivation(network) ? 1 : 0;
    toHead = stages.subList(0, stages.size() - behind).toArray(Stage[]::new);
  }

  /**
   * A pass for training.
   *
   * @param rows size of its batches
   * @param gradients flat array beside the network's parameters; backward writes it
   * @param fused whether the loss is written on the input of the output activation
   */
  public static Pass training(Network network, int rows, float[] gradients, boolean fused) {
    return new Pass(network, rows, gradients, fused);
  }

  /** A pass for use: forward only. */
  public static Pass inference(Network network, int rows, boolean fused) {
    return new Pass(network, rows, new float[0], fused);
  }

  /** Where the batch goes, rows x inputs. */
  public Rows input() {
    return input;
  }

  /** What the loss sees, rows x outputs. */
  public Rows head() {
    return toHead.length == 0 ? input : toHead[toHead.length - 1].y;
  }

  /** Where the loss writes its gradient, the shape of {@link #head()}. */
  public Rows headGradient() {
    return toHead[toHead.length - 1].dy;
  }

  /** The predictions, rows x outputs; complete after {@link #forward} and {@link #finish}. */
  public Rows output() {
    return stages.isEmpty() ? input : stages.get(stages.size() - 1).y;
  }

  /**
   * Runs the layers up to the head.
   *
   * @param training whether dropout drops and batch statistics are taken
   * @param seed where the chance of this pass comes from
   * @param firstRow global number of row 0 of the batch
   */
  public void forward(boolean training, long seed, long firstRow, Crew crew) {
    moment.training = training;
    moment.seed = seed;
    moment.firstRow = firstRow;
    for (Stage stage : toHead) {
      stage.forward(moment, crew);
    }
  }

  /** Runs what lies behind the head, so that {@link #output()} holds the predictions. */
  public void finish(Crew crew) {
    for (int s = toHead.length; s < stages.size(); s++) {
      stages.get(s).forward(moment, crew);
    }
  }

  /** Runs back from the head to the first layer, writing the gradients. */
  public void backward(Crew crew) {
    backward(crew, stage -> {});
  }

  /**
   * The same for whoever wants to see it.
   *
   * @param next told the number of each of the {@link #operations} before it runs back: its {@code
   *     dy} is complete then, and may be written over while it runs
   */
  public void backward(Crew crew, IntConsumer next) {
    for (Block block : small) {
      Arrays.fill(gradients, block.offset(), block.offset() + block.size(), 0f);
    }
    for (int s = toHead.length - 1; s >= 0; s--) {
      next.accept(s);
      toHead[s].backward(moment, crew);
    }
  }

  /** What runs in this pass, from input to output; those behind the head are among them. */
  public ImmutableList<Operation> operations(Network network) {
    ImmutableList.Builder<Operation> operations = ImmutableList.builder();
    for (Layer layer : network.layers()) {
      int first = firstStage(network, network.layers().indexOf(layer));
      operations.add(stages.get(first).operation(layer, false));
      if (hasActivation(layer)) {
        operations.add(stages.get(first + 1).operation(layer, true));
      }
    }
    return operations.build();
  }

  /** The first activation that gave NaN for finite numbers in the last forward call, if one did. */
  public Optional<PluginFailure> nan() {
    return activations.stream().flatMap(suspect -> suspect.nan().stream()).findFirst();
  }

  /** Sums (pre-activations) of the dense layer with this number, rows x units. */
  Rows sums(Network network, int layer) {
    return stages.get(firstStage(network, layer)).y;
  }

  /** What goes into the layer with this number. */
  Rows into(Network network, int layer) {
    return stages.get(firstStage(network, layer)).x;
  }

  /** What comes out of the layer with this number. */
  Rows outOf(Network network, int layer) {
    int first = firstStage(network, layer);
    return stages.get(hasActivation(network.layers().get(layer)) ? first + 1 : first).y;
  }

  private static int firstStage(Network network, int layer) {
    int stage = 0;
    for (Layer earlier : network.layers().subList(0, layer)) {
      stage += hasActivation(earlier) ? 2 : 1;
    }
    return stage;
  }

  private void append(Network network, Layer layer, float[] gradients) {
    float[] parameters = network.parameters();
    Rows x = output();
    Rows dx = stages.isEmpty() ? Stage.NONE : stages.get(stages.size() - 1).dy;
    if (layer instanceof Dense dense) {
      Stage linear = new LinearStage(dense, parameters, gradients, x, dx);
      stages.add(linear);
      if (hasActivation(dense)) {
        Stage activation = ActivationStages.of(dense, parameters, gradients, linear.y, linear.dy);
        stages.add(activation);
        activations.add(new Suspect(dense, linear.y, activation.y));
      }
      return;
    }
    // The other layers write dx over dy; the first one has nobody before it to share an array with.
    boolean alone = gradients.length > 0 && dx.width() == 0;
    Rows back = alone ? Rows.zeros(x.count(), x.width()) : dx;
    if (layer instanceof Dropout dropout) {
      stages.add(new DropoutStage(dropout, x, back));
    } else if (layer instanceof BatchNorm norm) {
      float[] statistics = network.statistics();
      stages.add(new BatchNormStage(norm, parameters, gradients, statistics, x, back));
    } else {
      stages.add(new LayerNormStage((LayerNorm) layer, parameters, gradients, x, back));
    }
  }

  /** The identity needs no stage: y is z. */
  private static boolean hasActivation(Layer layer) {
    return layer instanceof Dense dense && !dense.outputIs(Link.IDENTITY);
  }

  private static boolean endsInActivation(Network network) {
    return hasActivation(network.layers().get(network.layers().size() - 1));
  }
}

package nn.core.explain;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import nn.api.Block;
import nn.api.Loss;
import nn.api.Rows;
import nn.core.explain.ExplainedBlock.Memory;
import nn.core.kernel.Crew;
import nn.core.network.Dense;
import nn.core.network.Layer;
import nn.core.network.Network;
import nn.core.network.Operation;
import nn.core.train.Learner;
import nn.core.train.UpdateRule;

/**
 * Copies the numbers of one step: the parameters and the optimizer's memory when it is made, the
 * blame while the step runs back, where later operations write over it, and the rest afterwards.
 */
final class Recording implements IntConsumer {
  private final Network network;
  private final Learner learner;
  private final Learner.Batch batch;
  private final Crew crew;
  private final ImmutableList<Operation> operations;
  private final float[] before;
  private final List<List<float[]>> memory;
  private final Map<Integer, Rows> blame = new HashMap<>();
  private int head;

  Recording(Network network, Learner learner, Learner.Batch batch, Crew crew) {
    this.network = network;
    this.learner = learner;
    this.batch = batch;
    this.crew = crew;
    operations = batch.pass().operations(network);
    before = network.parameters().clone();
    memory =
        learner.rules().stream()
            .map(rule -> rule.state().stream().map(float[]::clone).toList())
            .toList();
  }

  @Override
  public void accept(int operation) {
    if (blame.isEmpty()) {
      // The parameters are still those of the guess: now what lies behind the head can be run.
      batch.pass().finish(crew);
      head = operation;
    }
    blame.put(operation, copy(operations.get(operation).dy()));
  }

  /**
   * The loss of the step.
   *
   * @param after the loss that the changed parameters have
   */
  ExplainedLoss loss(Loss loss, double after) {
    int rows = batch.inputs().count();
    return new ExplainedLoss(
        loss,
        head < operations.size() - 1,
        batch.loss(),
        after,
        ImmutableDoubleArray.copyOf(IntStream.range(0, rows).mapToDouble(batch::loss)),
        ImmutableDoubleArray.copyOf(IntStream.range(0, rows).mapToDouble(batch::weight)),
        copy(batch.pass().output()),
        copy(batch.targets()),
        blame(head).orElseThrow());
  }

  /** What happened in the layers. */
  ImmutableList<ExplainedLayer> layers(double factor) {
    ImmutableList.Builder<ExplainedLayer> layers = ImmutableList.builder();
    int first = 0;
    for (Layer layer : network.layers()) {
      boolean two = first + 1 < operations.size() && operations.get(first + 1).activation();
      layers.add(layer(layer, first, two ? first + 1 : first, factor));
      first += two ? 2 : 1;
    }
    return layers.build();
  }

  /** A layer whose operations are those from first to last, one or two. */
  private ExplainedLayer layer(Layer layer, int first, int last, double factor) {
    Rows y = copy(operations.get(first).y());
    boolean dense = layer instanceof Dense;
    return new ExplainedLayer(
        layer,
        copy(operations.get(first).x()),
        dense ? Optional.of(y) : Optional.empty(),
        first == last ? y : copy(operations.get(last).y()),
        blame(last),
        dense ? blame(first) : Optional.empty(),
        blame(first - 1),
        layer.blocks().stream()
            .map(block -> block(block, factor))
            .collect(ImmutableList.toImmutableList()));
  }

  private Optional<Rows> blame(int operation) {
    return Optional.ofNullable(blame.get(operation));
  }

  private ExplainedBlock block(Block block, double factor) {
    int number = 0;
    while (!learner.rules().get(number).blocks().contains(block)) {
      number++;
    }
    UpdateRule rule = learner.rules().get(number);
    return new ExplainedBlock(
        block,
        rule.optimizer(),
        rule.optimizer().learningRate() * factor,
        part(before, block),
        part(learner.gradients(), block),
        part(network.parameters(), block),
        memory(block, rule, memory.get(number)));
  }

  private static ImmutableList<Memory> memory(Block block, UpdateRule rule, List<float[]> old) {
    ImmutableList.Builder<Memory> memory = ImmutableList.builder();
    for (int s = 0; s < old.size(); s++) {
      float[] now = rule.state().get(s);
      memory.add(
          rule.perWeight()
              ? new Memory(part(old.get(s), block), part(now, block), true)
              : new Memory(copy(old.get(s), 0, 1, now.length), copy(now, 0, 1, now.length), false));
    }
    return memory.build();
  }

  private static Rows part(float[] numbers, Block block) {
    return copy(numbers, block.offset(), block.rows(), block.columns());
  }

  private static Rows copy(Rows rows) {
    return copy(rows.data(), rows.offset(), rows.count(), rows.width());
  }

  private static Rows copy(float[] numbers, int from, int count, int width) {
    return new Rows(Arrays.copyOfRange(numbers, from, from + count * width), 0, count, width);
  }
}

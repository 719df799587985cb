package nn.demo.live;

import java.nio.FloatBuffer;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.train.EpochReport;
import nn.core.train.Progress;
import nn.core.train.TrainingListener;

/** A training of 100 steps, ten an epoch, that goes on as a test says. */
final class FakeProgress implements Progress {
  static final int STEPS = 100;
  static final int EPOCHS = 10;

  private static final Plugins PLUGINS = Plugins.discover();

  private final Network network = Network.builder(PLUGINS, 1).layers("3 relu, 1 identity").build(1);
  private final FloatBuffer gradients = FloatBuffer.allocate(network.parameters().length);
  private long step;
  private int bestEpoch;
  private double bestLoss = Double.POSITIVE_INFINITY;

  /** Every weight grows by a hundredth, every gradient is 0.5. */
  void step(TrainingListener listener) {
    step++;
    for (int i = 0; i < gradients.limit(); i++) {
      gradients.put(i, 0.5f);
      network.parameters()[i] *= 1.01f;
    }
    listener.step(this);
  }

  /** The end of an epoch with these losses. */
  void end(TrainingListener listener, double training, double validation) {
    boolean better = !(validation >= bestLoss);
    bestEpoch = better ? epoch() : bestEpoch;
    bestLoss = better ? validation : bestLoss;
    EpochReport report = new EpochReport(epoch(), step, training, validation, rate(), better);
    listener.epoch(
        report,
        this,
        () -> {
          throw new AssertionError("nobody needs a copy of everything to show a number");
        });
  }

  @Override
  public int epoch() {
    return (int) ((step + 9) / 10);
  }

  @Override
  public long step() {
    return step;
  }

  @Override
  public long totalSteps() {
    return STEPS;
  }

  @Override
  public double loss() {
    return 2;
  }

  @Override
  public double rate() {
    return 0.001 / (1 + step);
  }

  @Override
  public int bestEpoch() {
    return bestEpoch;
  }

  @Override
  public double bestLoss() {
    return bestLoss;
  }

  @Override
  public FloatBuffer gradients() {
    return gradients;
  }

  @Override
  public Network network() {
    return network;
  }
}

package nn.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import nn.api.Block;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.network.Network;
import nn.core.network.Predictor;
import nn.core.plugin.Plugins;
import nn.core.train.ClassWeights;
import nn.core.train.Evaluation;
import nn.core.train.Learner;
import peers.bench.Contender;
import peers.bench.Data;
import peers.bench.Weights;
import peers.bench.Workload;

/**
 * This project among its peers: the public engine, nothing prepared for the occasion. With the
 * variable {@code NN_SIMD=off} it computes with the plain arithmetic.
 */
public final class NnContender implements Contender {
  private Workload work;
  private Data data;
  private Weights start;
  private Arithmetic arithmetic;
  private Crew crew;
  private Plugins plugins;
  private Network network;
  private Predictor predictor;
  private Learner learner;
  private Learner.Batch batch;
  private Rows features;
  private Rows targets;
  private int at;
  private long step;

  @Override
  public String name() {
    return "nn";
  }

  @Override
  public String unsupported(Workload work) {
    return null;
  }

  @Override
  public Map<String, String> info() {
    Map<String, String> info = new LinkedHashMap<>();
    info.put("arithmetic", arithmetic.detail());
    info.put("threads", String.valueOf(crew.threads()));
    return info;
  }

  @Override
  public void prepare(Workload work, Data data, Weights start, int threads) {
    this.work = work;
    this.data = data;
    this.start = start;
    plugins = Plugins.discover();
    boolean plain = "off".equals(System.getenv("NN_SIMD"));
    arithmetic = plain ? Arithmetic.plain() : Arithmetic.auto(plugins.kernelsProviders());
    crew = new Crew(arithmetic, threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
    network = build();
    predictor = new Predictor(network, arithmetic);
    features = new Rows(data.x, 0, data.rows, data.in);
    targets = work.classification() ? classes() : new Rows(data.y, 0, data.rows, data.out);
    reset();
  }

  private Network build() {
    StringBuilder layers = new StringBuilder();
    String hidden = work.act.name().toLowerCase(java.util.Locale.ROOT);
    for (int l = 1; l < work.layers(); l++) {
      layers.append(work.sizes[l]).append(' ').append(hidden).append(", ");
    }
    layers.append(work.out()).append(work.classification() ? " softmax" : " identity");
    return Network.builder(plugins, work.in()).layers(layers.toString()).blank();
  }

  private Rows classes() {
    Rows classes = Rows.zeros(data.rows, 1);
    for (int r = 0; r < data.rows; r++) {
      classes.data()[r] = data.labels[r];
    }
    return classes;
  }

  @Override
  public void reset() {
    int layer = 0;
    for (Block block : network.blocks()) {
      if (block.role() == Block.Role.WEIGHTS) {
        float[] w = start.transposed(layer, block.rows(), block.columns());
        System.arraycopy(w, 0, network.parameters(), block.offset(), block.size());
      } else {
        System.arraycopy(
            start.b[layer++], 0, network.parameters(), block.offset(), block.size());
      }
    }
    learner = new Learner(network, measure(), ClassWeights.EQUAL, optimizer(), crew);
    batch = learner.batch(work.batch);
    at = 0;
    step = 0;
  }

  private Loss measure() {
    return plugins.loss(work.classification() ? "cross-entropy" : "mse");
  }

  private Optimizer optimizer() {
    String rate = "(learning-rate=" + work.lr;
    return plugins.optimizer(
        switch (work.opt) {
          case SGD -> "sgd" + rate + ")";
          case MOMENTUM -> "momentum" + rate + ",momentum=" + work.momentum + ")";
          case ADAM -> "adam" + rate + ")";
        });
  }

  @Override
  public void step() {
    int rows = work.batch;
    System.arraycopy(data.x, at * data.in, batch.inputs().data(), 0, rows * data.in);
    int width = targets.width();
    System.arraycopy(targets.data(), at * width, batch.targets().data(), 0, rows * width);
    at = at + rows == data.rows ? 0 : at + rows;
    step++;
    learner.step(batch, step, step, 1);
  }

  @Override
  public double loss() {
    return new Evaluation(measure(), network, new Dataset(features, targets)).loss(crew);
  }

  @Override
  public void predict(float[] x, int rows, float[] out) {
    if (rows == 1) {
      predictor.predict(x, out);
    } else {
      predictor.predict(
          new Rows(x, 0, rows, work.in()), new Rows(out, 0, rows, work.out()), crew);
    }
  }

  @Override
  public void close() {
    crew.close();
  }
}

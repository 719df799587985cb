package nn.demo.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nn.core.data.Dataset;
import nn.core.network.Network;

/** RING learned: which points of the plane a network calls "fraud", and how it is drawn. */
public final class Ring {
  private static final int STEPS = 300;
  private static final String OPTIMIZER = "adam(learning-rate=0.05)";
  private static final double EDGE = 2.1;
  private static final int COLUMNS = 24;
  private static final int ROWS = 12;

  private Ring() {}

  /**
   * A trained network.
   *
   * @param hidden its hidden layers as text, empty for none
   */
  static Network learn(Classroom room, String hidden, long seed) {
    return learn(room, hidden, seed, STEPS);
  }

  /**
   * The same after so many steps.
   *
   * @param hidden its hidden layers as text, empty for none
   */
  public static Network learn(Classroom room, String hidden, long seed, int steps) {
    Network network =
        Network.builder(room.plugins(), 2).layers(hidden).dense(1, "sigmoid").build(seed);
    room.learn(
        network,
        room.plugins().loss("binary-cross-entropy"),
        Fixtures.ring(),
        room.plugins().optimizer(OPTIMIZER),
        steps,
        step -> {});
    return network;
  }

  /** The part of the points that are called by their right name. */
  public static double right(Network network) {
    Dataset ring = Fixtures.ring();
    int right = 0;
    for (int i = 0; i < ring.count(); i++) {
      float[] point = {ring.features().get(i, 0), ring.features().get(i, 1)};
      boolean fraud = network.predict(point)[0] > 0.5;
      right += fraud == ring.targets().get(i, 0) > 0.5 ? 1 : 0;
    }
    return (double) right / ring.count();
  }

  /** The plane, {@code #} where the number is above 0. */
  static List<String> map(ToDoubleFunction<float[]> number) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < COLUMNS; column++) {
        float x = (float) (EDGE * ((2.0 * column + 1) / COLUMNS - 1));
        float y = (float) (EDGE * (1 - (2.0 * row + 1) / ROWS));
        line.append(number.applyAsDouble(new float[] {x, y}) > 0 ? '#' : '.');
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Where a network says "fraud". */
  static List<String> verdicts(Network network) {
    return map(point -> network.predict(point)[0] - 0.5);
  }

  /** Where a hidden neuron fires, its sum above 0: the one of the layer that is nearest to half. */
  static List<String> clearest(Network network, int layer) {
    return IntStream.range(0, network.layers().get(layer).outputs())
        .mapToObj(unit -> map(point -> network.neuron(layer, unit, point).sum()))
        .min(Comparator.comparingLong(Ring::unevenness))
        .orElseThrow();
  }

  /** How far the fields that are marked are from being half of them. */
  private static long unevenness(List<String> map) {
    long marked = map.stream().flatMapToInt(String::chars).filter(c -> c == '#').count();
    return Math.abs(2 * marked - (long) ROWS * COLUMNS);
  }

  /** Where the points lie: {@code o} normal, {@code x} fraud. */
  static List<String> points() {
    List<StringBuilder> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      lines.add(new StringBuilder(" ".repeat(COLUMNS)));
    }
    Dataset ring = Fixtures.ring();
    for (int i = 0; i < ring.count(); i++) {
      int column = (int) ((ring.features().get(i, 0) / EDGE + 1) / 2 * COLUMNS);
      int row = (int) ((1 - ring.features().get(i, 1) / EDGE) / 2 * ROWS);
      lines.get(row).setCharAt(column, ring.targets().get(i, 0) > 0.5 ? 'x' : 'o');
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }
}

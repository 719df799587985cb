package nn.demo.essay;

import com.google.common.collect.ImmutableList;
import nn.api.Loss;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.demo.story.Classroom;
import nn.demo.story.Curvatures;
import nn.demo.story.Fixtures;
import nn.demo.story.Houses;

/**
 * LAND in thousands of square feet and hundreds of thousands of dollars: a canyon, but one whose
 * end can be reached on foot.
 */
public final class Land {
  private static final double SIZE_UNIT = 1000;
  private static final double PRICE_UNIT = 100_000;

  /** The weight at the bottom. */
  public static final double WEIGHT = 200 * SIZE_UNIT / PRICE_UNIT;

  /** The bias at the bottom. */
  public static final double BIAS = Fixtures.PLOT / PRICE_UNIT;

  private static final double START_WEIGHT = 0;
  private static final double START_BIAS = 3;

  /** What is left of the excess loss when a walk has arrived. */
  static final double ARRIVED = 1e-4;

  private static final int RAYS = 240;

  private final Classroom room;
  private final Dataset data;
  private final Loss mse;
  private final Network line;

  /** The houses, and nobody on the way yet. */
  public Land(Classroom room) {
    this.room = room;
    mse = room.mse();
    line = Fixtures.neuron(room.plugins(), 0, 0);
    Houses land = Fixtures.land();
    double[][] sizes = new double[land.count()][];
    double[][] prices = new double[land.count()][];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = new double[] {land.sizes()[i] / SIZE_UNIT};
      prices[i] = new double[] {land.prices()[i] / PRICE_UNIT};
    }
    data = Dataset.of(sizes, prices);
  }

  /** The mean squared error of a line. */
  public double loss(double weight, double bias) {
    line.parameters()[0] = (float) weight;
    line.parameters()[1] = (float) bias;
    return room.loss(line, mse, data);
  }

  /**
   * A place on the way.
   *
   * @param weight of the line
   * @param bias of the line
   */
  public record Place(double weight, double bias) {}

  /** The start, and where each step leads. */
  public ImmutableList<Place> walk(String optimizer, int steps) {
    Network network = Fixtures.neuron(room.plugins(), START_WEIGHT, START_BIAS);
    ImmutableList.Builder<Place> places = ImmutableList.builder();
    places.add(place(network));
    room.learn(
        network,
        mse,
        data,
        room.plugins().optimizer(optimizer),
        steps,
        step -> places.add(place(network)));
    return places.build();
  }

  /**
   * Lines of this loss, as a ring around the bottom: along each ray from there it is a parabola.
   */
  public ImmutableList<Place> contour(double loss) {
    double bottom = loss(WEIGHT, BIAS);
    ImmutableList.Builder<Place> ring = ImmutableList.builder();
    for (int i = 0; i <= RAYS; i++) {
      double angle = 2 * StrictMath.PI * i / RAYS;
      double right = StrictMath.cos(angle);
      double high = StrictMath.sin(angle);
      double far = Math.sqrt((loss - bottom) / (loss(WEIGHT + right, BIAS + high) - bottom));
      ring.add(new Place(WEIGHT + far * right, BIAS + far * high));
    }
    return ring.build();
  }

  private static Place place(Network network) {
    return new Place(network.parameters()[0], network.parameters()[1]);
  }

  /** The first step after which the walk stays arrived; more than {@code most} if there is none. */
  int arrival(String optimizer, int most) {
    double bottom = loss(WEIGHT, BIAS);
    double enough = ARRIVED * (loss(START_WEIGHT, START_BIAS) - bottom);
    ImmutableList<Place> places = walk(optimizer, most);
    int step = most;
    while (step >= 0 && loss(places.get(step)) - bottom <= enough) {
      step--;
    }
    return step + 1;
  }

  private double loss(Place place) {
    return loss(place.weight(), place.bias());
  }

  /** How fast the slope changes, across the canyon and along its floor. */
  Curvatures curvatures() {
    return Curvatures.of(room, Fixtures.neuron(room.plugins(), WEIGHT, BIAS), data);
  }
}

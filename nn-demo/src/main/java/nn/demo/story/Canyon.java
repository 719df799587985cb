package nn.demo.story;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nn.core.data.Dataset;
import nn.core.network.Network;

/**
 * LAND learned twice, in raw units and scaled: the same line, but in raw units its loss is a canyon
 * with walls that are millions of times steeper than its floor.
 */
public final class Canyon {
  /** The rate in raw units: just below the limit, 2 / the steep one of {@link #curvatures}. */
  public static final double RAW_RATE = 2.4e-7;

  /** The rate in scaled units. */
  public static final double SCALED_RATE = 0.1;

  private static final double PART = 0.01;
  private static final int ENOUGH = 100;

  private final Classroom room;
  private final Houses land = Fixtures.land();

  /** A canyon to walk in. */
  public Canyon(Classroom room) {
    this.room = room;
  }

  /**
   * Where a walk stands.
   *
   * @param step steps taken
   * @param perFoot dollars per square foot
   * @param plot dollars for the plot: the price of a house without any size
   * @param rmse typical miss in dollars
   */
  public record Place(long step, double perFoot, double plot, double rmse) {}

  /** How the walk in raw units stands after so many steps, in ascending order. */
  public ImmutableList<Place> raw(List<Integer> steps) {
    Network network = Fixtures.neuron(room.plugins(), 0, 0);
    Dataset data = land.unscaled();
    return walk(
        network,
        data,
        RAW_RATE,
        steps,
        () ->
            new Place(
                0,
                network.parameters()[0],
                network.parameters()[1],
                Math.sqrt(room.loss(network, room.mse(), data))));
  }

  /** How the walk in scaled units stands after so many steps, in ascending order. */
  public ImmutableList<Place> scaled(List<Integer> steps) {
    Network network = Fixtures.neuron(room.plugins(), 0, 0);
    double factor = land.target().deviation() / land.size().deviation();
    return walk(
        network,
        land.data(),
        SCALED_RATE,
        steps,
        () ->
            new Place(
                0, network.parameters()[0] * factor, land.price(network, 0), land.rmse(network)));
  }

  private ImmutableList<Place> walk(
      Network network, Dataset data, double rate, List<Integer> steps, Supplier<Place> look) {
    ImmutableList.Builder<Place> places = ImmutableList.builder();
    if (steps.contains(0)) {
      places.add(look.get());
    }
    int last = steps.get(steps.size() - 1);
    room.learn(
        network,
        room.mse(),
        data,
        room.sgd(rate),
        last,
        step -> {
          if (steps.contains((int) step)) {
            Place now = look.get();
            places.add(new Place(step, now.perFoot(), now.plot(), now.rmse()));
          }
        });
    return places.build();
  }

  /** How fast the slope changes in raw units, across the canyon and along its floor. */
  public Curvatures curvatures() {
    Network best = Fixtures.neuron(room.plugins(), 200, Fixtures.PLOT);
    return Curvatures.of(room, best, land.unscaled());
  }

  /**
   * Steps in raw units until the error along the floor is a hundredth of what it was: each step
   * leaves {@code 1 - rate x flat} of it. Worked out, for walking them would take minutes.
   */
  public double rawSteps() {
    return Math.ceil(StrictMath.log(PART) / StrictMath.log1p(-RAW_RATE * curvatures().flat()));
  }

  /** Steps in scaled units, walked, until the error of the plot is a hundredth of what it was. */
  public long scaledSteps() {
    List<Place> places = scaled(IntStream.rangeClosed(0, ENOUGH).boxed().toList());
    double first = Math.abs(places.get(0).plot() - Fixtures.PLOT);
    return places.stream()
        .filter(place -> Math.abs(place.plot() - Fixtures.PLOT) <= PART * first)
        .findFirst()
        .orElseThrow()
        .step();
  }
}

package nn.core.network;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.concurrent.atomic.AtomicInteger;
import nn.api.Rows;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import org.jspecify.annotations.Nullable;

/**
 * Runs a network over single rows and over many, with the same bits. Any number of threads may use
 * one predictor at the same time; each gets arrays of its own, made at its first call. The network
 * must not be trained meanwhile.
 */
public final class Predictor {
  /** Rows a pass: enough to fill the arithmetic, few enough to stay in the cache. */
  private static final int CHUNK = 128;

  private final Network network;
  private final ThreadLocal<Place> places;

  /** A predictor that computes with the given arithmetic. */
  public Predictor(Network network, Arithmetic arithmetic) {
    this.network = network;
    places = ThreadLocal.withInitial(() -> new Place(network, new Crew(arithmetic, 1)));
  }

  /**
   * Predicts one row on the calling thread; allocates nothing.
   *
   * @param row the inputs
   * @param result where the outputs go
   * @throws IllegalArgumentException if one of them has the wrong length
   */
  public void predict(float[] row, float[] result) {
    checkInputs(row.length);
    checkOutputs(result.length);
    Place place = places.get();
    place.run(place.one, row, 0, result, 0, 0);
  }

  /**
   * The predictions for every row, rows x outputs.
   *
   * @param crew the threads that share the rows
   * @throws IllegalArgumentException if the rows have the wrong width
   */
  public Rows predict(Rows rows, Crew crew) {
    Rows result = Rows.zeros(rows.count(), network.outputs());
    predict(rows, result, crew);
    return result;
  }

  /**
   * Predicts every row.
   *
   * @param result where the predictions go, rows x outputs
   * @param crew the threads that share the rows
   * @throws IllegalArgumentException if a shape is wrong
   */
  public void predict(Rows rows, Rows result, Crew crew) {
    checkInputs(rows.width());
    checkOutputs(result.width());
    checkArgument(
        rows.count() == result.count(),
        "There are %s rows to predict and %s rows for the predictions.",
        rows.count(),
        result.count());
    int chunks = (rows.count() + CHUNK - 1) / CHUNK;
    long work = (long) rows.count() * network.parameters().length;
    AtomicInteger next = new AtomicInteger();
    crew.split(chunks, work, (from, to, kernels) -> chunks(rows, result, next, chunks));
  }

  /**
   * Each thread takes the next chunk as long as there are any: a slow core then holds up nobody.
   */
  private void chunks(Rows rows, Rows result, AtomicInteger next, int chunks) {
    Place place = places.get();
    for (int c = next.getAndIncrement(); c < chunks; c = next.getAndIncrement()) {
      int first = c * CHUNK;
      Pass pass = place.pass(Math.min(CHUNK, rows.count() - first));
      place.run(pass, rows.data(), rows.at(first), result.data(), result.at(first), first);
    }
  }

  private void checkInputs(int width) {
    checkArgument(
        width == network.inputs(),
        "The network takes rows of %s numbers, got rows of %s.",
        network.inputs(),
        width);
  }

  private void checkOutputs(int width) {
    checkArgument(
        width == network.outputs(),
        "The network gives rows of %s numbers, got room for %s.",
        network.outputs(),
        width);
  }

  /** What one thread works with. */
  private static final class Place {
    private final Network network;
    private final Crew self;
    private final Pass one;
    private @Nullable Pass many;

    Place(Network network, Crew self) {
      this.network = network;
      this.self = self;
      one = Pass.inference(network, 1, false);
    }

    /** A pass for so many rows; the last one is kept. */
    Pass pass(int rows) {
      Pass kept = many;
      if (kept == null || kept.input().count() != rows) {
        kept = rows == 1 ? one : Pass.inference(network, rows, false);
        many = kept;
      }
      return kept;
    }

    void run(Pass pass, float[] rows, int at, float[] result, int resultAt, long firstRow) {
      System.arraycopy(rows, at, pass.input().data(), 0, pass.input().size());
      pass.forward(false, 0, firstRow, self);
      System.arraycopy(pass.output().data(), 0, result, resultAt, pass.output().size());
    }
  }
}

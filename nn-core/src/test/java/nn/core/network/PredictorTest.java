package nn.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nn.api.ElementwiseActivation;
import nn.api.Rows;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.Crew;
import nn.core.kernel.SharedWork;
import nn.core.plugin.Plugins;
import nn.core.random.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictorTest {
  private static final Network NETWORK =
      Network.builder(Plugins.discover(), 3)
          .layers("6 glu, batch-norm, 5 prelu, layer-norm, dropout(0.5), 4 softmax, 2")
          .build(1);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 600})
  void anyNumberOfRowsIsPredictedAsOneByOne(int count) {
    Rows rows = random(count);
    Rows y = predict(rows);
    assertEquals(count, y.count());
    assertEquals(2, y.width());
    for (int r = 0; r < count; r++) {
      float[] one = NETWORK.predict(rows.get(r, 0), rows.get(r, 1), rows.get(r, 2));
      assertArrayEquals(one, new float[] {y.get(r, 0), y.get(r, 1)});
    }
  }

  @Test
  void theScalarDefinitionsGiveTheSame() {
    Rows rows = random(20);
    double[][] x = new double[20][3];
    for (int r = 0; r < 20; r++) {
      x[r] = new double[] {rows.get(r, 0), rows.get(r, 1), rows.get(r, 2)};
    }
    double[][] expected = new DoubleNetwork(NETWORK, false, 0).forward(x);
    Rows y = predict(rows);
    for (int r = 0; r < 20; r++) {
      assertEquals(expected[r][0], y.get(r, 0), 1e-5);
      assertEquals(expected[r][1], y.get(r, 1), 1e-5);
    }
  }

  @Test
  void roomOfAnotherShapeIsRefused() {
    Predictor predictor = new Predictor(NETWORK, Arithmetic.plain());
    try (Crew crew = new Crew(Arithmetic.plain(), 1)) {
      assertComplaint(
          "The network takes rows of 3 numbers, got rows of 4.",
          () -> predictor.predict(Rows.zeros(5, 4), Rows.zeros(5, 2), crew));
      assertComplaint(
          "The network gives rows of 2 numbers, got room for 3.",
          () -> predictor.predict(Rows.zeros(5, 3), Rows.zeros(5, 3), crew));
      assertComplaint(
          "There are 5 rows to predict and 6 rows for the predictions.",
          () -> predictor.predict(Rows.zeros(5, 3), Rows.zeros(6, 2), crew));
    }
    assertComplaint(
        "The network gives rows of 2 numbers, got room for 3.",
        () -> predictor.predict(new float[3], new float[3]));
  }

  private static void assertComplaint(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }

  /** Holds every thread until all have come, so that each has rows to predict; not for ever. */
  record Meeting(Set<Thread> met, CountDownLatch missing) implements ElementwiseActivation {
    @Override
    public double value(double x) {
      if (met.add(Thread.currentThread())) {
        missing.countDown();
        assertTrue(Uninterruptibles.awaitUninterruptibly(missing, 10, TimeUnit.SECONDS));
      }
      return x;
    }

    @Override
    public double derivative(double x) {
      return 1;
    }
  }

  @Test
  void severalThreadsGiveTheSameBits() {
    int threads = 3;
    Meeting meeting = new Meeting(ConcurrentHashMap.newKeySet(), new CountDownLatch(threads));
    Network network =
        Network.builder(Plugins.discover(), 3).dense(5, meeting).layers("4 tanh, 2").build(1);
    Rows rows = random(700);
    Rows shared = predict(network, rows, SharedWork.plain(), threads);
    assertEquals(threads, meeting.met().size());
    assertArrayEquals(predict(network, rows, Arithmetic.plain(), 1).data(), shared.data());
  }

  @Test
  void aWindowIntoOtherNumbersIsReadAlone() {
    Rows rows = random(10);
    Rows y = predict(rows.slice(4, 6));
    assertArrayEquals(
        NETWORK.predict(rows.get(5, 0), rows.get(5, 1), rows.get(5, 2)),
        new float[] {y.get(1, 0), y.get(1, 1)});
  }

  @Test
  void rowsOfAnotherWidthAreRefused() {
    assertEquals(
        "The network takes rows of 3 numbers, got rows of 2.",
        assertThrows(IllegalArgumentException.class, () -> NETWORK.predict(1, 2)).getMessage());
  }

  private static Rows predict(Rows rows) {
    return predict(NETWORK, rows, Arithmetic.plain(), 1);
  }

  private static Rows predict(Network network, Rows rows, Arithmetic arithmetic, int threads) {
    try (Crew crew = new Crew(arithmetic, threads)) {
      return new Predictor(network, crew.arithmetic()).predict(rows, crew);
    }
  }

  private static Rows random(int count) {
    Rows rows = Rows.zeros(count, 3);
    SplitMix64 random = new SplitMix64(4);
    for (int i = 0; i < rows.size(); i++) {
      rows.data()[i] = (float) random.nextGaussian();
    }
    return rows;
  }
}

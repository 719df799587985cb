package nn.activations;

import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.api.BatchActivation;
import nn.api.Rows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often scratch arrays grow: a form that asks for more row by row would make one a row. */
class ScratchTest {
  private static final Rows NONE = Rows.zeros(1, 0);
  private static final int ROWS = 50;
  private static final int WIDTH = 12;

  @ParameterizedTest
  @MethodSource("nn.activations.BatchFormTest#all")
  void aFirstStepMakesEachArrayOnce(BatchFormTest.Case c) {
    StrictKernels kernels = new StrictKernels();
    BatchActivation f = c.activation();
    Rows x = Rows.zeros(ROWS, WIDTH);
    Rows y = Rows.zeros(ROWS, f.outputWidth(WIDTH));
    f.forward(x, y, NONE, true, 1, 0, kernels);
    f.backward(x, y, y, Rows.zeros(ROWS, WIDTH), NONE, NONE, true, 1, 0, kernels);
    assertTrue(kernels.growths() <= 4, c + " made " + kernels.growths() + " arrays");
  }
}

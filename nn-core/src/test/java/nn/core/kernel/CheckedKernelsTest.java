package nn.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.util.stream.Stream;
import nn.api.Kernels;
import nn.api.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every back end refuses the same arguments in the same words. */
@ParameterizedClass
@MethodSource("backEnds")
class CheckedKernelsTest {
  @Parameter private Kernels kernels;

  static Stream<Kernels> backEnds() {
    return Stream.of(
        new PlainKernels(), new AutoVectorKernels(), new CheckedKernels(new PlainKernels()));
  }

  @Test
  void whatIsRightIsPassedOn() {
    Kernels fast = mock(Kernels.class);
    Kernels checked = new CheckedKernels(fast);
    Rows x = Rows.zeros(5, 3);
    Rows w = Rows.zeros(3, 2);
    Rows b = Rows.zeros(1, 2);
    Rows z = Rows.zeros(5, 2);
    float[] y = new float[9];
    checked.forward(x, w, b, z, 1, 4);
    verify(fast).forward(x, w, b, z, 1, 4);
    checked.forwardOutputs(x, w, b, z, 1, 2);
    verify(fast).forwardOutputs(x, w, b, z, 1, 2);
    checked.inputGradient(z, w, x, 1, 3);
    verify(fast).inputGradient(z, w, x, 1, 3);
    checked.weightGradient(x, z, w, 0, 2);
    verify(fast).weightGradient(x, z, w, 0, 2);
    checked.biasGradient(z, b, 0, 1);
    verify(fast).biasGradient(z, b, 0, 1);
    checked.multiply(x, true, z, false, w);
    verify(fast).multiply(x, true, z, false, w);
    checked.exp(x.data(), 1, y, 2, 3);
    verify(fast).exp(x.data(), 1, y, 2, 3);
    checked.expm1(x.data(), 1, y, 2, 4);
    verify(fast).expm1(x.data(), 1, y, 2, 4);
    checked.log1p(x.data(), 1, y, 2, 5);
    verify(fast).log1p(x.data(), 1, y, 2, 5);
    checked.tanh(x.data(), 2, y, 2, 3);
    verify(fast).tanh(x.data(), 2, y, 2, 3);
    checked.sigmoid(x.data(), 3, y, 2, 3);
    verify(fast).sigmoid(x.data(), 3, y, 2, 3);
    checked.erf(x.data(), 4, y, 2, 3);
    verify(fast).erf(x.data(), 4, y, 2, 3);
    checked.scratch(2, 7);
    verify(fast).scratch(2, 7);
    verifyNoMoreInteractions(fast);
  }

  @Test
  void elementwiseFunctionsRefuseWhatDoesNotFit() {
    float[] x = new float[4];
    assertMessage(
        "3 numbers from 2 do not fit into x, which has 4", () -> kernels.exp(x, 2, x, 0, 3));
    assertMessage(
        "4 numbers from 1 do not fit into y, which has 4", () -> kernels.erf(x, 0, x, 1, 4));
    assertMessage(
        "-1 numbers from 0 do not fit into x, which has 4", () -> kernels.tanh(x, 0, x, 0, -1));
    assertMessage(
        "1 numbers from -1 do not fit into x, which has 4", () -> kernels.tanh(x, -1, x, 0, 1));
  }

  private static void assertMessage(String message, Executable executable) {
    assertEquals(message, assertThrows(RuntimeException.class, executable).getMessage());
  }

  @Test
  void wrongShapesAreNamedTogether() {
    Rows r34 = Rows.zeros(3, 4);
    Rows r42 = Rows.zeros(4, 2);
    Rows r52 = Rows.zeros(5, 2);
    Rows r12 = Rows.zeros(1, 2);
    Rows r32 = Rows.zeros(3, 2);
    assertMessage(
        "x is 3 x 4 and w is 5 x 2; x must have as many columns as there are rows in w",
        () -> kernels.forward(r34, r52, r12, r32, 0, 3));
    assertMessage(
        "w is 4 x 2 and z is 3 x 4; w must have as many columns as z",
        () -> kernels.forward(r34, r42, r12, r34, 0, 3));
    assertMessage(
        "x is 3 x 4 and z is 5 x 2; x must have as many rows as z",
        () -> kernels.forward(r34, r42, r12, r52, 0, 3));
    assertMessage(
        "b is 3 x 2; it must have one row: pass a slice of one row",
        () -> kernels.forward(r34, r42, r32, r32, 0, 3));
    assertMessage(
        "x is 3 x 4 and w is 5 x 2; x must have as many columns as there are rows in w",
        () -> kernels.forwardOutputs(r34, r52, r12, r32, 0, 2));
    assertMessage(
        "dz is 3 x 2 and w is 3 x 4; dz must have as many columns as w",
        () -> kernels.inputGradient(r32, r34, r34, 0, 4));
    assertMessage(
        "x is 3 x 4 and dw is 5 x 2; x must have as many columns as there are rows in dw",
        () -> kernels.weightGradient(r34, r32, r52, 0, 4));
    assertMessage(
        "dz is 3 x 4 and db is 1 x 2; dz must have as many columns as db",
        () -> kernels.biasGradient(r34, r12, 0, 2));
  }

  @Test
  void aProductNamesTheTransposedShapes() {
    Rows a = Rows.zeros(3, 4);
    Rows b = Rows.zeros(3, 2);
    assertMessage(
        "op(a) is 3 x 4 and op(b) is 3 x 2; the columns of the first must be the rows of the"
            + " second",
        () -> kernels.multiply(a, false, b, false, Rows.zeros(3, 2)));
    assertMessage(
        "c is 3 x 2; op(a) is 4 x 3 and op(b) is 3 x 2: make c 4 x 2",
        () -> kernels.multiply(a, true, b, false, Rows.zeros(3, 2)));
  }

  @ParameterizedTest
  @CsvSource({"-1,2", "2,1", "0,4"})
  void aRangeOutsideTheShapeIsRefused(int from, int to) {
    Rows dz = Rows.zeros(5, 3);
    Rows db = Rows.zeros(1, 3);
    String message = "outputs [%s, %s) do not lie in dz, which is 5 x 3; expected 0 <= from <= to";
    assertMessage(
        message.formatted(from, to) + " <= 3", () -> kernels.biasGradient(dz, db, from, to));
    assertMessage(
        message.formatted(from, to).replace("dz", "z") + " <= 3",
        () -> kernels.forwardOutputs(Rows.zeros(5, 2), Rows.zeros(2, 3), db, dz, from, to));
  }

  @Test
  void scratchGrowsAndIsKept() {
    float[] small = kernels.scratch(0, 10);
    assertTrue(small.length >= 10);
    assertSame(small, kernels.scratch(0, 7));
    assertNotSame(small, kernels.scratch(1, 10));
    assertTrue(kernels.scratch(0, 5_000).length >= 5_000);
    assertTrue(kernels.scratch(3, 1).length >= 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 4})
  void thereAreFourScratchArrays(int number) {
    assertMessage(
        "There is no scratch array " + number + "; use 0 to 3", () -> kernels.scratch(number, 1));
  }
}

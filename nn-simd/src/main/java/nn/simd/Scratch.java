package nn.simd;

/** An array that grows when more is asked for and never shrinks. */
final class Scratch {
  private float[] numbers = {};

  /** At least {@code size} floats, contents undefined. */
  float[] of(int size) {
    if (numbers.length < size) {
      numbers = new float[size];
    }
    return numbers;
  }
}

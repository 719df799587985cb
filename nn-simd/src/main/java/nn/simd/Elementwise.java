package nn.simd;

/** Runs a function of {@link VectorFunctions} over windows of any size, without allocating. */
final class Elementwise {
  private static final int N = Lanes.COUNT;

  private final VectorFunctions functions = new VectorFunctions();
  private final float[] rest = new float[N];

  /**
   * A method of {@link VectorFunctions}; written {@code VectorFunctions::exp}, it holds nothing.
   */
  interface Function {
    /** The function on whole registers, {@link VectorFunctions#BLOCK} numbers at most. */
    void apply(VectorFunctions functions, float[] x, int xAt, float[] y, int yAt, int size);
  }

  /**
   * y[yAt + i] = f(x[xAt + i]) for {@code 0 <= i < size}. What does not fill a register is computed
   * in one of its own, whose other lanes hold anything.
   */
  void run(Function f, float[] x, int xAt, float[] y, int yAt, int size) {
    int whole = size - size % N;
    for (int i = 0; i < whole; i += VectorFunctions.BLOCK) {
      f.apply(functions, x, xAt + i, y, yAt + i, Math.min(VectorFunctions.BLOCK, whole - i));
    }
    if (whole < size) {
      System.arraycopy(x, xAt + whole, rest, 0, size - whole);
      f.apply(functions, rest, 0, rest, 0, N);
      System.arraycopy(rest, 0, y, yAt + whole, size - whole);
    }
  }
}

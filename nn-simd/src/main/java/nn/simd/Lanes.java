package nn.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The vector registers of this machine. Constants, so that the compiler folds what follows. */
final class Lanes {
  /** The widest registers that the machine computes with. */
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Floats in one register: 4, 8 or 16. */
  static final int COUNT = SPECIES.length();

  /**
   * Whether there are 32 registers rather than 16: x86 has them with 512 bits, ARM always. A tile
   * that does not fit into the registers is slow.
   */
  static final boolean MANY =
      COUNT >= 16 || !System.getProperty("os.arch", "").matches("amd64|x86_64|x86|i386");

  private Lanes() {}

  /** The smallest multiple of {@link #COUNT} that is not below {@code size}. */
  static int roundUp(int size) {
    return (size + COUNT - 1) / COUNT * COUNT;
  }
}

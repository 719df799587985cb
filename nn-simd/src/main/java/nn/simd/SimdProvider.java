package nn.simd;

import java.util.Optional;
import nn.api.KernelsProvider;

/** Offers arithmetic in vector registers where the Java runtime has them. */
public final class SimdProvider implements KernelsProvider {
  /** A provider that has looked at nothing yet. */
  public SimdProvider() {}

  @Override
  public String name() {
    return "simd";
  }

  @Override
  public int priority() {
    return 100;
  }

  @Override
  public boolean exact() {
    return true;
  }

  @Override
  public Opening open() {
    if (!compiles(System.getProperty("java.vm.info", ""))) {
      return closed("this Java is started without the compiler that vectors need");
    }
    if (!VectorModule.isInstalled()) {
      return closed("this Java runtime has no module " + VectorModule.NAME + "; use a full JDK");
    }
    try {
      return VectorModule.open()
          ? Trial.open()
          : closed("vector module not loaded; add --add-modules " + VectorModule.NAME);
    } catch (RuntimeException | LinkageError e) {
      return closed("the vector module does not work here: " + e);
    }
  }

  /**
   * Whether the Java virtual machine optimises: without that every register is an object, and
   * vectors are slower than plain arithmetic.
   */
  static boolean compiles(String vmInfo) {
    return !vmInfo.contains("interpreted") && !vmInfo.contains("emulated-client");
  }

  private static Opening closed(String reason) {
    return new Opening(Optional.empty(), reason);
  }
}

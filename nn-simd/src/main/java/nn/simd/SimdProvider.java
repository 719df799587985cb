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
    return new Opening(Optional.of(SimdKernels::new), "not built yet");
  }
}

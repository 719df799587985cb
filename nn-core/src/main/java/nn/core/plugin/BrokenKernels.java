package nn.core.plugin;

import java.util.Optional;
import nn.api.KernelsProvider;

/**
 * Stands for a back end that could not be loaded, and says why when asked to open.
 *
 * @param error what loading it gave
 */
record BrokenKernels(Throwable error) implements KernelsProvider {
  @Override
  public String name() {
    return "broken";
  }

  /** Tried first, so that its reason is told. */
  @Override
  public int priority() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean exact() {
    return true;
  }

  @Override
  public Opening open() {
    return new Opening(
        Optional.empty(),
        "A back end could not be loaded (%s); build or download its JAR again.".formatted(error));
  }
}

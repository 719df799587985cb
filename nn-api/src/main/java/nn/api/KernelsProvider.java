package nn.api;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Service type for arithmetic back ends. The provider class must load on every Java runtime: no
 * optional type, such as a vector, in a field or signature.
 */
public interface KernelsProvider {
  /** Short name: {@code plain}, {@code simd}. */
  String name();

  /** The highest that opens is used. */
  int priority();

  /**
   * Whether every result has the bits of the plain back end; if not, it is used only when named.
   */
  boolean exact();

  /** Tries to make the back end usable. Never throws for something that is merely absent. */
  Opening open();

  /**
   * What opening gave.
   *
   * @param kernels makes one {@link Kernels} a thread; empty if the back end cannot be used here
   * @param detail one sentence: what is used, or why not and what helps
   */
  record Opening(Optional<Supplier<Kernels>> kernels, String detail) {}
}

package nn.core.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.Optional;
import nn.api.ElementwiseActivation;
import nn.api.Kernels;
import nn.core.plugin.Inherited;

/**
 * Loops for activations that wrote their scalar pair alone: every plugin class gets a copy of
 * {@link ScalarLoop} to itself. The runtime compiles a loop for the one or two functions that it
 * has seen in it; in a loop that all share, a third one would cost every number a call.
 */
public final class ScalarLoops {
  /** Numbers that are widened at a time: little beside a processor's first cache. */
  private static final int BLOCK = 256;

  /** A copy goes when its plugin class goes. */
  private static final ClassValue<Optional<Constructor<?>>> COPIES =
      new ClassValue<>() {
        @Override
        protected Optional<Constructor<?>> computeValue(Class<?> plugin) {
          return copy();
        }
      };

  private static final ThreadLocal<double[]> WIDE =
      ThreadLocal.withInitial(() -> new double[BLOCK]);

  private ScalarLoops() {}

  /**
   * Whose {@link ElementwiseActivation#forward} to call: that of the activation if it wrote one,
   * else that of a loop of its own with the same results, or the shared one where the runtime
   * allows no copies.
   */
  public static ElementwiseActivation forward(ElementwiseActivation f) {
    return isDefault(
            f, "forward", float[].class, float[].class, int.class, int.class, Kernels.class)
        ? own(f)
        : f;
  }

  /** The same for {@link ElementwiseActivation#backward}. */
  public static ElementwiseActivation backward(ElementwiseActivation f) {
    Class<?> a = float[].class;
    return isDefault(f, "backward", a, a, a, a, int.class, int.class, Kernels.class) ? own(f) : f;
  }

  /** This thread's room for a block of inputs. */
  static double[] wide() {
    return WIDE.get();
  }

  private static boolean isDefault(ElementwiseActivation f, String name, Class<?>... parameters) {
    return Inherited.from(ElementwiseActivation.class, f, name, parameters);
  }

  private static ElementwiseActivation own(ElementwiseActivation f) {
    try {
      Optional<Constructor<?>> loop = COPIES.get(f.getClass());
      return loop.isEmpty() ? f : (ElementwiseActivation) loop.get().newInstance(f);
    } catch (ReflectiveOperationException e) {
      return f;
    }
  }

  private static Optional<Constructor<?>> copy() {
    try (InputStream template = ScalarLoops.class.getResourceAsStream("ScalarLoop.class")) {
      return template == null ? Optional.empty() : Optional.of(define(template.readAllBytes()));
    } catch (IOException | ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static Constructor<?> define(byte[] template) throws ReflectiveOperationException {
    Class<?> copy = MethodHandles.lookup().defineHiddenClass(template, true).lookupClass();
    return copy.getDeclaredConstructor(ElementwiseActivation.class);
  }
}

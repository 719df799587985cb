package nn.api;

/**
 * Marks an extension: a public record with a public constructor without arguments that supplies the
 * defaults. Its components are its hyper-parameters; allowed types are {@code double}, {@code
 * float}, {@code int}, {@code long}, {@code boolean}, {@code String}, enums and other plugins. It
 * is immutable and safe for use by many threads.
 *
 * <p>Its name comes from {@link Named} or from the class name: {@code LeakyRelu} is {@code
 * leaky-relu}. Text such as {@code leaky-relu(slope=0.2)} builds it. To be found it is listed in
 * {@code META-INF/services/nn.api.Activation} (or the other kinds), and in {@code module-info} if
 * there is one.
 */
public interface Plugin {}

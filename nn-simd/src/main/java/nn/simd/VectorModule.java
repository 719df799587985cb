package nn.simd;

import java.lang.module.ModuleFinder;
import java.util.Optional;

/**
 * Finds the JDK's vector module, and brings it in where that is possible. It must be there before
 * any class that mentions a vector is touched: a class that once failed to link stays broken.
 */
final class VectorModule {
  /** The module's name. */
  static final String NAME = "jdk.incubator.vector";

  private VectorModule() {}

  /** Whether this Java runtime has the module at all; one that was cut to size may not. */
  static boolean isInstalled() {
    return ModuleFinder.ofSystem().find(NAME).isPresent();
  }

  /** Whether the classes of this module can use it from now on. */
  static boolean open() {
    Optional<Module> vector = ModuleLayer.boot().findModule(NAME).or(VectorModule::load);
    vector.ifPresent(VectorModule.class.getModule()::addReads);
    return vector.isPresent();
  }

  /**
   * Loads it by the JDK's own method for modules that come late. Only a program started as {@code
   * java -jar} is granted that method, by the entry {@code Add-Exports} of its manifest.
   */
  private static Optional<Module> load() {
    if (!Object.class
        .getModule()
        .isExported("jdk.internal.module", VectorModule.class.getModule())) {
      return Optional.empty();
    }
    try {
      Class<?> modules = Class.forName("jdk.internal.module.Modules");
      return Optional.of((Module) modules.getMethod("loadModule", String.class).invoke(null, NAME));
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      return Optional.empty();
    }
  }
}

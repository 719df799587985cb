package nn.core.plugin;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import nn.api.Activation;
import nn.api.Initializer;
import nn.api.KernelsProvider;
import nn.api.Loss;
import nn.api.Named;
import nn.api.Optimizer;
import nn.api.Plugin;
import nn.api.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of every plugin that was found, and of everything that went wrong while
 * looking. Looking reads classes and annotations only; a plugin's code first runs when it is built.
 *
 * <p>Kinds are {@link Activation}, {@link Initializer}, {@link Loss}, {@link Optimizer} and {@link
 * Schedule}. A name means a plugin of the kind asked for by its name, else by an alias, else by its
 * full class name; case does not count, and {@code _} is {@code -}. Safe for use by many threads.
 */
public final class Plugins implements AutoCloseable {
  /** The kinds in the order in which people meet them. */
  public static final ImmutableList<Class<? extends Plugin>> KINDS =
      ImmutableList.of(
          Activation.class, Loss.class, Optimizer.class, Schedule.class, Initializer.class);

  private final Catalog catalog;
  private final Assembler assembler;
  private final ImmutableList<Closeable> open;

  private Plugins(Discovery discovery) {
    this(discovery.catalog(), discovery.open());
  }

  private Plugins(Catalog catalog, ImmutableList<Closeable> open) {
    this.catalog = catalog;
    this.assembler = new Assembler(catalog);
    this.open = open;
  }

  /**
   * Looks on the class path or module path and in plugin folders. In a folder each JAR is a plugin,
   * and each sub-folder of JARs; it sees its own classes, {@code nn.api} and the JDK. A JAR may
   * stand for a folder. Never throws for a bad plugin: see {@link #problems}.
   *
   * <p>A plugin's code runs with all rights of the user.
   */
  public static Plugins discover(Path... directories) {
    return discover(ImmutableList.of(), directories);
  }

  /**
   * The same, and the given classes besides: plugins of the program's own that no services file
   * lists. One that breaks a rule is among the {@link #problems}.
   */
  public static Plugins discover(
      Collection<? extends Class<? extends Plugin>> own, Path... directories) {
    Discovery discovery = new Discovery();
    ClassPath path = new ClassPath(loader());
    for (Kind kind : Kind.values()) {
      discovery.found(kind, services(kind.type()), path);
    }
    PluginFolder folder = new PluginFolder(discovery);
    for (Path directory : directories) {
      folder.read(directory);
    }
    own.forEach(discovery::given);
    return new Plugins(discovery);
  }

  /**
   * The given classes and no others, not even the initializers that activations ask for; one that
   * breaks a rule is among the {@link #problems}.
   */
  @SafeVarargs
  public static Plugins of(Class<? extends Plugin>... types) {
    Discovery discovery = new Discovery();
    for (Class<? extends Plugin> type : types) {
      discovery.given(type);
    }
    return new Plugins(discovery);
  }

  /**
   * The same plugins, where a name that several share means the one whose class is among these: for
   * texts that were written when it had one meaning. It lives as long as this one.
   */
  public Plugins preferring(Collection<String> types) {
    return new Plugins(catalog.preferring(types), ImmutableList.of());
  }

  private static ClassLoader loader() {
    return Plugins.class.getClassLoader();
  }

  private static <S> Iterator<ServiceLoader.Provider<S>> services(Class<S> kind) {
    return ServiceLoader.load(kind, loader()).stream().iterator();
  }

  /** The usable plugins of one kind, sorted by name. */
  public <P extends Plugin> List<PluginInfo<P>> all(Class<P> kind) {
    return catalog.all(Kind.of(kind)).stream().map(info -> Plugins.<P>ofKind(info)).toList();
  }

  /** The usable plugins of every kind, sorted by name. */
  public List<PluginInfo<?>> all() {
    return catalog.all();
  }

  /**
   * What went wrong while looking, worst first; empty when all is well. JARs that declare one
   * class, and equal names, are looked for when this is first called.
   */
  public List<Problem> problems() {
    return catalog.problems();
  }

  /**
   * Builds a plugin from text such as {@code leaky-relu(slope=0.2)}, a name, an alias, or a full
   * class name with or without arguments.
   *
   * @throws PluginException if there is no such plugin or it refuses its parameters
   */
  public <P extends Plugin> P create(Class<P> kind, String text) {
    return kind.cast(assembler.create(Kind.of(kind), TextParser.plugin(text)));
  }

  /** {@link #create} for activations. */
  public Activation activation(String text) {
    return create(Activation.class, text);
  }

  /** {@link #create} for initializers. */
  public Initializer initializer(String text) {
    return create(Initializer.class, text);
  }

  /** {@link #create} for losses. */
  public Loss loss(String text) {
    return create(Loss.class, text);
  }

  /** {@link #create} for optimizers. */
  public Optimizer optimizer(String text) {
    return create(Optimizer.class, text);
  }

  /** {@link #create} for schedules. */
  public Schedule schedule(String text) {
    return create(Schedule.class, text);
  }

  /**
   * An instance with the author's defaults.
   *
   * @throws PluginException if the plugin's constructor fails
   */
  public <P extends Plugin> P defaults(PluginInfo<P> info) {
    return info.type().cast(RecordForm.defaults(info));
  }

  /**
   * The same plugin with some parameters replaced, for sliders and searches. Values have the type
   * of the parameter or are text as it would stand in parentheses.
   *
   * @throws PluginException if there is no such parameter or the plugin refuses its value
   */
  @SuppressWarnings("unchecked") // a plugin of the same class
  public <P extends Plugin> P with(P plugin, Map<String, ?> changes) {
    return (P) assembler.with(plugin, changes);
  }

  /** The values of the parameters by name, in order. */
  public ImmutableMap<String, Object> values(Plugin plugin) {
    return Assembler.named(catalog.info(plugin.getClass()), plugin);
  }

  /** The values of the parameters as they stand in {@link #fullText}, by name, in order. */
  public ImmutableMap<String, String> arguments(Plugin plugin) {
    return TextWriter.full(catalog).arguments(plugin);
  }

  /** Many plugins of a kind: {@code losses}. */
  public static String plural(Class<? extends Plugin> kind) {
    return Kind.of(kind).words();
  }

  /** The name that a plugin goes by in text, for messages; no registry is asked. */
  public static String nameOf(Plugin plugin) {
    return Names.of(plugin.getClass());
  }

  /** The formula in the author's words, empty without one; no registry is asked. */
  public static String formulaOf(Plugin plugin) {
    @Nullable Named named = plugin.getClass().getAnnotation(Named.class);
    return named == null ? "" : named.formula();
  }

  /** Shortest text that builds an equal plugin today; what has its default is left out. */
  public String shortText(Plugin plugin) {
    return TextWriter.brief(catalog).write(plugin);
  }

  /**
   * Text with every parameter, for files: later changes of a default cannot alter its meaning.
   *
   * @throws PluginException if the text does not build an equal plugin, which is its author's
   *     fault, or builds none since the class is not among these
   */
  public String fullText(Plugin plugin) {
    String text = TextWriter.full(catalog).write(plugin);
    assembler.checkText(plugin, text);
    return text;
  }

  /** Description of the class behind an instance, also of one that looking did not find. */
  public PluginInfo<?> info(Plugin plugin) {
    return catalog.info(plugin.getClass());
  }

  /**
   * The plugins of any kind called {@code NAME} or {@code KIND/NAME}, at least one.
   *
   * @throws PluginException if there is none, naming the nearest
   */
  public List<PluginInfo<?>> find(String name) {
    return catalog.find(name);
  }

  /**
   * The arithmetic back ends on the class path or module path, looked up and loaded now. One that
   * cannot be loaded is listed too: it never opens, and its detail says why.
   */
  public List<KernelsProvider> kernelsProviders() {
    List<KernelsProvider> providers = new ArrayList<>();
    GuardedWalk.over(
        services(KernelsProvider.class),
        service -> providers.add(service.get()),
        error -> providers.add(new BrokenKernels(error)),
        last -> {});
    return ImmutableList.copyOf(providers);
  }

  /** Releases the plugin JARs; plugins from them must not be used any more. */
  @Override
  public void close() {
    for (Closeable loader : open) {
      try {
        loader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @SuppressWarnings("unchecked") // the catalog was asked for this kind
  private static <P extends Plugin> PluginInfo<P> ofKind(PluginInfo<?> info) {
    return (PluginInfo<P>) info;
  }
}

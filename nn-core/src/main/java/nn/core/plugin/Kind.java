package nn.core.plugin;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import nn.api.Activation;
import nn.api.Initializer;
import nn.api.Loss;
import nn.api.Optimizer;
import nn.api.Plugin;
import nn.api.Schedule;

/** The kinds of plugin: their service types, what people call them, and the JAR they come in. */
enum Kind {
  ACTIVATION(Activation.class, "activations", "nn-activations.jar"),
  INITIALIZER(Initializer.class, "initializers", "nn-core.jar"),
  LOSS(Loss.class, "losses", "nn-losses.jar"),
  OPTIMIZER(Optimizer.class, "optimizers", "nn-optimizers.jar"),
  SCHEDULE(Schedule.class, "schedules", "nn-optimizers.jar");

  private final Class<? extends Plugin> type;
  private final String words;
  private final String home;

  Kind(Class<? extends Plugin> type, String words, String home) {
    this.type = type;
    this.words = words;
    this.home = home;
  }

  Class<? extends Plugin> type() {
    return type;
  }

  /** One of them: {@code activation}. */
  String word() {
    return Names.kebab(type.getSimpleName());
  }

  /** One of them with its article: {@code an activation}. */
  String oneOf() {
    return Names.withArticle(word());
  }

  /** Many of them: {@code activations}. */
  String words() {
    return words;
  }

  /** Path of the services file that declares them. */
  String services() {
    return "META-INF/services/" + type.getName();
  }

  /** What is wrong when there is not a single one. */
  Problem noneFound() {
    if (this == INITIALIZER) {
      return Problem.error(
          words,
          "No initializers found at all: %s is damaged.".formatted(home),
          "Build or download it again.");
    }
    return Problem.error(
        words,
        "No %s found at all: %s is missing.".formatted(words, home),
        "Put it back next to nn-core.jar, or name a folder of plugin JARs with --plugins.");
  }

  /** What is wrong when the program named its plugins and none of this kind. */
  Problem noneGiven() {
    return Problem.error(
        words,
        "Plugins.of was given no %s.".formatted(word()),
        "Name one there too, or give your classes to Plugins.discover, which finds those of nn.");
  }

  /** What to add when a name is not known and every plugin of the kind is a stranger's. */
  String homeMissing(Collection<PluginInfo<?>> found) {
    return found.stream().anyMatch(info -> info.type().getName().startsWith("nn."))
        ? ""
        : "Those of nn come with %s, which is missing.".formatted(home);
  }

  /** The kind with exactly this service type. */
  static Kind of(Class<?> type) {
    Optional<Kind> kind = Arrays.stream(values()).filter(k -> k.type == type).findFirst();
    checkArgument(
        kind.isPresent(),
        "%s is not a kind of plugin; ask for Activation, Initializer, Loss, Optimizer or Schedule",
        type.getName());
    return kind.orElseThrow();
  }

  /** The first kind that the type belongs to. */
  static Optional<Kind> behind(Class<?> type) {
    return Arrays.stream(values()).filter(k -> k.type.isAssignableFrom(type)).findFirst();
  }

  /** The kind with this name, one or many: {@code loss}, {@code losses}. */
  static Optional<Kind> named(String text) {
    String wanted = Names.normal(text);
    return Arrays.stream(values())
        .filter(k -> k.word().equals(wanted) || k.words.equals(wanted))
        .findFirst();
  }
}

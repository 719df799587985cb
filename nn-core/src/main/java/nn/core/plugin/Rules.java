package nn.core.plugin;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nn.api.Named;
import nn.api.Param;
import nn.api.Plugin;
import org.jspecify.annotations.Nullable;

/** What a plugin class must look like; everything is read from the class, none of its code runs. */
final class Rules {
  private static final int MOST_PARAMETERS = 12;
  private static final Set<Class<?>> SIMPLE =
      Set.of(double.class, float.class, int.class, long.class, boolean.class, String.class);

  private final Kind kind;
  private final Class<?> type;
  private final Origin origin;
  private final @Nullable Named named;
  private final String name;
  private final List<String> aliases;

  private Rules(Kind kind, Class<?> type, Origin origin) {
    this.kind = kind;
    this.type = type;
    this.origin = origin;
    named = type.getAnnotation(Named.class);
    name = Names.of(type, named);
    aliases = named == null ? ImmutableList.of() : ImmutableList.copyOf(named.aliases());
  }

  /** Describes a class declared as a plugin of this kind, or says which rule it breaks. */
  static PluginInfo<?> check(Kind kind, Class<?> type, Origin origin) {
    Rules rules = new Rules(kind, type, origin);
    rules.checkKind();
    rules.checkShape();
    List<PluginInfo.Parameter> parameters = rules.parameters();
    rules.checkNames();
    return rules.info(kind.type(), parameters);
  }

  /** Describes a class that the program has an instance of already. */
  static PluginInfo<?> describe(Class<? extends Plugin> type) {
    Origin origin = Origin.of(type, Origin.Source.GIVEN);
    Optional<Kind> kind = Kind.behind(type);
    if (kind.isEmpty()) {
      throw new Rules(Kind.ACTIVATION, type, origin)
          .refuse(
              type.getName() + " implements Plugin but no kind of plugin.",
              "Let it implement a form of activation, loss, optimizer, schedule or initializer.");
    }
    return check(kind.orElseThrow(), type, origin);
  }

  private void checkKind() {
    if (kind.type().isAssignableFrom(type)) {
      return;
    }
    String message =
        "%s is declared as %s but does not implement %s."
            .formatted(type.getName(), kind.oneOf(), kind.type().getSimpleName());
    throw Kind.behind(type)
        .map(k -> refuse(message, "It is %s: use %s.".formatted(k.oneOf(), k.services())))
        .orElseGet(() -> refuse(message, "Remove it from %s.".formatted(kind.services())));
  }

  private void checkShape() {
    if (!type.isRecord()) {
      throw refuse(type.getName() + " must be a record.", "Write public record " + simple() + ".");
    }
    if (!Modifier.isPublic(type.getModifiers())) {
      throw refuse(
          type.getName() + " must be declared public.", "Write public record " + simple() + ".");
    }
    checkExported();
    checkConstructor();
  }

  private void checkExported() {
    Module home = type.getModule();
    if (!home.isExported(type.getPackageName(), Rules.class.getModule())) {
      throw refuse(
          "Module %s hides package %s.".formatted(home.getName(), type.getPackageName()),
          "Add \"exports %s;\" to its module-info so that parameters can be read."
              .formatted(type.getPackageName()));
    }
  }

  private void checkConstructor() {
    for (Constructor<?> constructor : type.getConstructors()) {
      if (constructor.getParameterCount() == 0) {
        return;
      }
    }
    throw refuse(
        type.getName()
            + " needs a public constructor without arguments that supplies the defaults.",
        "Write public %s() { this(...); }.".formatted(simple()));
  }

  private List<PluginInfo.Parameter> parameters() {
    RecordComponent[] components = type.getRecordComponents();
    if (components.length > MOST_PARAMETERS) {
      throw refuse(
          "%s has %s parameters.".formatted(type.getName(), components.length),
          "At most %s are allowed.".formatted(MOST_PARAMETERS));
    }
    List<PluginInfo.Parameter> parameters = new ArrayList<>();
    for (RecordComponent component : components) {
      checkType(component);
      PluginInfo.Parameter parameter = parameter(component);
      for (PluginInfo.Parameter other : parameters) {
        if (other.name().equals(parameter.name())) {
          throw refuse(
              "Two parameters of %s are written '%s'.".formatted(type.getName(), other.name()),
              "Rename one.");
        }
      }
      parameters.add(parameter);
    }
    return parameters;
  }

  private void checkType(RecordComponent component) {
    Class<?> wanted = component.getType();
    if (!SIMPLE.contains(wanted) && !wanted.isEnum() && Kind.behind(wanted).isEmpty()) {
      throw refuse(
          "Parameter '%s' of %s has type %s."
              .formatted(component.getName(), type.getName(), wanted.getSimpleName()),
          "Allowed are double, float, int, long, boolean, String, enums and other plugins.");
    }
  }

  private void checkNames() {
    checkName(name, "");
    for (String alias : aliases) {
      checkName(alias, "alias ");
    }
  }

  private void checkName(String name, String what) {
    if (!Names.valid(name)) {
      throw refuse(
          "%s'%s' is not a valid name for %s.".formatted(what, name, type.getName()),
          "Use at most 40 of a-z, 0-9 and hyphens, for example @Named(\"%s\")."
              .formatted(Names.suggestion(name)));
    }
  }

  private <P extends Plugin> PluginInfo<P> info(
      Class<P> service, List<PluginInfo.Parameter> parameters) {
    return new PluginInfo<>(
        service,
        name,
        aliases,
        named == null ? "" : named.summary(),
        named == null ? "" : named.formula(),
        named == null ? "" : named.source(),
        type.asSubclass(service),
        origin,
        parameters);
  }

  private static PluginInfo.Parameter parameter(RecordComponent component) {
    Param param = component.getAnnotation(Param.class);
    String name = Names.kebab(component.getName());
    return new PluginInfo.Parameter(
        name,
        component.getType(),
        param == null ? Double.NEGATIVE_INFINITY : param.min(),
        param == null ? Double.POSITIVE_INFINITY : param.max(),
        param != null && param.log(),
        param == null ? "" : param.help());
  }

  private String simple() {
    return type.getSimpleName();
  }

  private PluginException refuse(String message, String remedy) {
    String whole = "%s: %s".formatted(origin.file(), message);
    return Problem.warning(origin, type.getName(), whole, remedy).exception();
  }
}

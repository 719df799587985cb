package nn.core.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.io.Files;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import nn.core.plugin.Origin;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.PluginInfo.Parameter;
import nn.core.plugin.Plugins;

/**
 * A plugin as a model file remembers it; what is not known is empty.
 *
 * @param kind its kind in one word
 * @param name its name in text
 * @param type name of its class
 * @param file its JAR
 * @param version the JAR's version
 * @param sha256 SHA-256 of the JAR, in lower-case hexadecimal; empty for a folder of classes
 * @param parameters names of its parameters; not known is not the same as none
 */
record SavedPlugin(
    String kind,
    String name,
    String type,
    String file,
    String version,
    String sha256,
    Optional<ImmutableList<String>> parameters) {

  /** A plugin as it is now. */
  static SavedPlugin of(PluginInfo<?> info) {
    return new SavedPlugin(
        info.kindName(),
        info.name(),
        info.type().getName(),
        info.origin().file(),
        Strings.nullToEmpty(info.origin().version()),
        sha256(info.origin()),
        Optional.of(
            info.parameters().stream()
                .map(Parameter::name)
                .collect(ImmutableList.toImmutableList())));
  }

  private static String sha256(Origin origin) {
    URI location = origin.location();
    if (location == null || !"file".equals(location.getScheme())) {
      return "";
    }
    File file = new File(location);
    try {
      return file.isFile() ? Files.asByteSource(file).hash(Hashing.sha256()).toString() : "";
    } catch (IOException e) {
      return ""; // the model can be saved without it
    }
  }

  /** One that {@link #writeTo} wrote; the file may be anybody's. */
  static SavedPlugin of(JsonNode json) {
    JsonNode names = json.path("parameters");
    ImmutableList.Builder<String> parameters = ImmutableList.builder();
    names.forEach(name -> parameters.add(clean(name)));
    return new SavedPlugin(
        clean(json.path("kind")),
        clean(json.path("name")),
        clean(json.path("class")),
        clean(json.path("file")),
        clean(json.path("version")),
        clean(json.path("sha256")),
        names.isArray() ? Optional.of(parameters.build()) : Optional.empty());
  }

  private static String clean(JsonNode text) {
    return CharMatcher.javaIsoControl().removeFrom(Strings.nullToEmpty(text.textValue()));
  }

  void writeTo(ObjectNode json) {
    json.put("kind", kind).put("name", name).put("class", type).put("file", file);
    json.put("version", Strings.emptyToNull(version));
    if (!sha256.isEmpty()) {
      json.put("sha256", sha256);
    }
    ArrayNode names = json.putArray("parameters");
    parameters.ifPresent(known -> known.forEach(names::add));
  }

  /** The plugin that a text with this name means today: the same class, else the same name. */
  Optional<PluginInfo<?>> today(Plugins plugins) {
    List<PluginInfo<?>> found =
        plugins.all().stream()
            .filter(info -> info.kindName().equals(kind))
            .filter(info -> isClassOf(info) || isNameOf(info))
            .toList();
    return found.stream().filter(this::isClassOf).findFirst().or(() -> found.stream().findFirst());
  }

  private boolean isClassOf(PluginInfo<?> info) {
    return info.type().getName().equals(type);
  }

  private boolean isNameOf(PluginInfo<?> info) {
    return info.name().equals(name) || info.aliases().contains(name);
  }

  /** {@code the activation swish (com.a.Swish 1.1 from a.jar, SHA-256 ...)}. */
  String words() {
    return "the %s %s (%s%s from %s%s)"
        .formatted(
            kind,
            name,
            type,
            version.isEmpty() ? "" : " " + version,
            file,
            sha256.isEmpty() ? "" : ", SHA-256 " + sha256);
  }
}

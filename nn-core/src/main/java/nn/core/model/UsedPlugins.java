package nn.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import com.google.common.io.Files;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import nn.api.Activation;
import nn.api.Loss;
import nn.core.network.Dense;
import nn.core.plugin.Origin;
import nn.core.plugin.PluginInfo;
import nn.core.plugin.Plugins;

/**
 * The activations and the loss that a saved network needs, with the JARs that they came from, as
 * JSON.
 */
final class UsedPlugins {
  private static final JsonMapper MAPPER = new JsonMapper();

  private UsedPlugins() {}

  static String of(Model model, Plugins plugins) {
    Set<PluginInfo<?>> used = new LinkedHashSet<>();
    model.network().layers().stream()
        .filter(layer -> layer instanceof Dense)
        .forEach(layer -> used.add(plugins.info(((Dense) layer).activation())));
    used.add(plugins.info(model.loss()));
    ArrayNode list = MAPPER.createArrayNode();
    for (PluginInfo<?> info : used) {
      ObjectNode entry =
          list.addObject()
              .put("kind", info.kindName())
              .put("name", info.name())
              .put("class", info.type().getName())
              .put("file", info.origin().file())
              .put("version", info.origin().version());
      sha256(info.origin()).ifPresent(hash -> entry.put("sha256", hash));
    }
    return list.toString();
  }

  /** SHA-256 of the JAR, in lower-case hexadecimal; empty for a folder of classes. */
  private static Optional<String> sha256(Origin origin) {
    URI location = origin.location();
    if (location == null || !"file".equals(location.getScheme())) {
      return Optional.empty();
    }
    File file = new File(location);
    try {
      return file.isFile()
          ? Optional.of(Files.asByteSource(file).hash(Hashing.sha256()).toString())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // the model can be saved without it
    }
  }

  /** The first recorded plugin that is not there, in words. */
  static Optional<String> missing(String json, Plugins plugins) {
    Set<String> present = new LinkedHashSet<>();
    plugins.all(Activation.class).forEach(info -> present.add(key(info.kindName(), info.name())));
    plugins.all(Loss.class).forEach(info -> present.add(key(info.kindName(), info.name())));
    try {
      for (JsonNode used : MAPPER.readTree(json)) {
        String name = used.path("name").asText();
        if (!present.contains(key(used.path("kind").asText(), name))) {
          return Optional.of(words(used, name));
        }
      }
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static String key(String kind, String name) {
    return kind + "/" + name;
  }

  private static String words(JsonNode used, String name) {
    String version = used.path("version").asText("");
    String hash = used.path("sha256").asText("");
    return "the %s %s (%s%s from %s%s)"
        .formatted(
            used.path("kind").asText(),
            name,
            used.path("class").asText(),
            version.isEmpty() || version.equals("null") ? "" : " " + version,
            used.path("file").asText(),
            hash.isEmpty() ? "" : ", SHA-256 " + hash);
  }
}

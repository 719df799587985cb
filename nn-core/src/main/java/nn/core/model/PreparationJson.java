package nn.core.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.List;
import nn.core.data.Feature;
import nn.core.data.Feature.Categorical;
import nn.core.data.Feature.Numeric;
import nn.core.data.Feature.Pixels;
import nn.core.data.LeftOut;
import nn.core.data.Preparation;
import nn.core.data.Target;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;

/** A {@link Preparation} as JSON text, and back. */
final class PreparationJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private PreparationJson() {}

  static String text(Preparation preparation) {
    ObjectNode json = MAPPER.createObjectNode();
    ArrayNode features = json.putArray("features");
    preparation.features().forEach(feature -> write(feature, features.addObject()));
    ArrayNode leftOut = json.putArray("leftOut");
    preparation
        .leftOut()
        .forEach(
            out -> leftOut.addObject().put("column", out.column()).put("reason", out.reason()));
    write(preparation.target(), json.putObject("target"));
    return json.toString();
  }

  private static void write(Feature feature, ObjectNode json) {
    if (feature instanceof Numeric numeric) {
      json.put("kind", "number").put("column", numeric.column());
      json.put("mean", numeric.mean()).put("deviation", numeric.deviation());
      json.put("marksMissing", numeric.marksMissing());
    } else if (feature instanceof Categorical categorical) {
      json.put("kind", "category").put("column", categorical.column());
      write(categorical.values(), json.putArray("values"));
      json.put("marksOthers", categorical.marksOthers());
    } else if (feature instanceof Pixels pixels) {
      json.put("kind", "pixels").put("count", pixels.count()).put("scale", pixels.scale());
    }
  }

  private static void write(Target target, ObjectNode json) {
    if (target instanceof NumberTarget number) {
      json.put("kind", "number").put("column", number.column());
      json.put("mean", number.mean()).put("deviation", number.deviation());
    } else if (target instanceof ClassTarget classes) {
      json.put("kind", "class").put("column", classes.column());
      write(classes.labels(), json.putArray("labels"));
    }
  }

  private static void write(List<String> texts, ArrayNode json) {
    texts.forEach(json::add);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  static Preparation parse(String text) {
    JsonNode json = tree(text);
    ImmutableList.Builder<Feature> features = ImmutableList.builder();
    json.path("features").forEach(feature -> features.add(feature(feature)));
    ImmutableList.Builder<LeftOut> leftOut = ImmutableList.builder();
    json.path("leftOut")
        .forEach(out -> leftOut.add(new LeftOut(word(out, "column"), word(out, "reason"))));
    return new Preparation(features.build(), leftOut.build(), target(json.path("target")));
  }

  private static Feature feature(JsonNode json) {
    String kind = word(json, "kind");
    return switch (kind) {
      case "number" ->
          new Numeric(
              word(json, "column"),
              number(json, "mean"),
              number(json, "deviation"),
              json.path("marksMissing").asBoolean());
      case "category" ->
          new Categorical(
              word(json, "column"),
              texts(json.path("values")),
              json.path("marksOthers").asBoolean(true));
      case "pixels" -> new Pixels((int) number(json, "count"), number(json, "scale"));
      default -> throw foreign("a feature of kind \"" + kind + "\"");
    };
  }

  private static Target target(JsonNode json) {
    String kind = word(json, "kind");
    return switch (kind) {
      case "number" ->
          new NumberTarget(word(json, "column"), number(json, "mean"), number(json, "deviation"));
      case "class" -> new ClassTarget(word(json, "column"), texts(json.path("labels")));
      default -> throw foreign("a target of kind \"" + kind + "\"");
    };
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("its preparation is not JSON.", e);
    }
  }

  private static String word(JsonNode json, String name) {
    if (!json.path(name).isTextual()) {
      throw foreign("no text \"" + name + "\"");
    }
    return json.path(name).asText();
  }

  private static double number(JsonNode json, String name) {
    if (!json.path(name).isNumber()) {
      throw foreign("no number \"" + name + "\"");
    }
    return json.path(name).asDouble();
  }

  private static List<String> texts(JsonNode json) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    json.forEach(text -> texts.add(text.asText()));
    return texts.build();
  }

  private static IllegalArgumentException foreign(String what) {
    return new IllegalArgumentException("its preparation has " + what + ".");
  }
}

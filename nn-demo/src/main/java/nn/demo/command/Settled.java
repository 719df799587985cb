package nn.demo.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import nn.core.model.ModelFileException;
import nn.core.plugin.PluginException;

/**
 * What a checkpoint has settled: how the model in it is trained.
 *
 * @param file the checkpoint
 * @param values its texts by name
 */
record Settled(Path file, Map<String, String> values) {
  /** The text of this name. */
  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new ModelFileException(
          "%s does not say its %s, so training cannot go on from it. Train anew."
              .formatted(file, name));
    }
    return value;
  }

  /** What the text of this name says: a number, a plugin. */
  <T> T value(String name, Function<String, T> read) {
    try {
      return read.apply(text(name));
    } catch (NumberFormatException e) {
      throw new ModelFileException(
          "%s is damaged: its %s is \"%s\". Train anew.".formatted(file, name, text(name)), e);
    } catch (PluginException e) {
      throw new ModelFileException(
          "Training cannot go on from %s, whose %s is %s: %s"
              .formatted(file, name, text(name), e.getMessage()),
          e);
    }
  }
}

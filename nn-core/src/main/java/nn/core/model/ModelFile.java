package nn.core.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.api.Block;
import nn.api.Rows;
import nn.core.data.Preparation;
import nn.core.network.LayerText;
import nn.core.network.Network;
import nn.core.plugin.PluginException;
import nn.core.plugin.Plugins;
import nn.core.plugin.Problem;
import nn.core.train.Checkpoint;
import nn.core.train.Weights;
import org.jspecify.annotations.Nullable;

/**
 * Models in files: a safetensors file whose metadata describes network, preparation and provenance
 * and whose tensors are the parameters, one a block, weights as inputs x outputs. A checkpoint is a
 * model file, of the best weights so far, that holds the state of the training besides.
 */
public final class ModelFile {
  private static final String FORMAT = "nn.format";
  private static final String VERSION = "1";
  private static final String INPUTS = "nn.inputs";
  private static final String LAYERS = "nn.layers";
  private static final String LOSS = "nn.loss";
  private static final String PREPARATION = "nn.preparation";
  private static final String PLUGINS = "nn.plugins";
  private static final String PROVENANCE = "nn.provenance.";

  private static final String STATISTICS = "statistics";
  private static final String COUNTERS = "checkpoint.counters";
  private static final String NOW = "checkpoint.parameters";
  private static final String NOW_STATISTICS = "checkpoint.statistics";
  private static final String OPTIMIZER = "checkpoint.optimizer.";

  private ModelFile() {}

  /**
   * What a file holds.
   *
   * @param model the model
   * @param checkpoint the state of its training; empty for a plain model
   * @param warnings how its plugins differ from those that it was saved with; empty if they do not
   */
  public record Content(
      Model model, Optional<Checkpoint> checkpoint, ImmutableList<Problem> warnings) {}

  /**
   * Saves a model; an existing file is replaced only when everything is on the disk.
   *
   * @throws ModelFileException if the folder is missing or the system refuses
   */
  public static void write(Path file, Model model, Plugins plugins) {
    new Safetensors(metadata(model, plugins), ImmutableMap.copyOf(tensors(model.network())))
        .write(file);
  }

  /**
   * Finds out whether a model can be saved, before it is trained.
   *
   * @throws PluginException if the text of one of its plugins would build another
   */
  public static void checkPlugins(Model model, Plugins plugins) {
    var unused = metadata(model, plugins);
  }

  /** Saves a checkpoint: the model with its best weights, and the state of the training. */
  public static void write(Path file, Model model, Plugins plugins, Checkpoint checkpoint) {
    Network best = model.network().copy();
    checkpoint.best().into(best);
    ImmutableMap.Builder<String, Tensor> tensors = ImmutableMap.builder();
    tensors.putAll(tensors(best));
    double[] counters = {
      checkpoint.epoch(), checkpoint.step(), checkpoint.bestLoss(), checkpoint.bestEpoch()
    };
    tensors.put(COUNTERS, Tensor.of(counters, counters.length));
    tensors.put(NOW, vector(checkpoint.now().parameters()));
    tensors.put(NOW_STATISTICS, vector(checkpoint.now().statistics()));
    for (int i = 0; i < checkpoint.optimizer().size(); i++) {
      tensors.put(OPTIMIZER + i, vector(checkpoint.optimizer().get(i)));
    }
    new Safetensors(metadata(model, plugins), tensors.buildOrThrow()).write(file);
  }

  /**
   * Reads a model or checkpoint.
   *
   * @throws ModelFileException if the file is missing, damaged or no model, or needs a plugin that
   *     was not found
   */
  public static Content read(Path file, Plugins plugins) {
    Safetensors saved = Safetensors.read(file);
    String format = saved.metadata().get(FORMAT);
    if (!VERSION.equals(format)) {
      throw new ModelFileException(
          format == null
              ? "%s is a safetensors file, but not a model of this program. Name a file that nn train --save wrote."
                  .formatted(file)
              : "%s has model format %s; this program reads format %s. Use a matching version of nn."
                  .formatted(file, format, VERSION));
    }
    try {
      return content(file, saved, plugins);
    } catch (PluginException e) {
      throw unbuilt(file, saved, plugins, e);
    } catch (IllegalArgumentException e) {
      if (e.getCause() instanceof PluginException) {
        throw unbuilt(file, saved, plugins, e);
      }
      throw new ModelFileException(
          "%s does not fit together: %s Save the model again.".formatted(file, e.getMessage()), e);
    }
  }

  private static Content content(Path file, Safetensors saved, Plugins plugins) {
    Preparation preparation = PreparationJson.parse(text(file, saved, PREPARATION));
    int inputs = Integer.parseInt(text(file, saved, INPUTS));
    // A plugin that has come since and has the name of one of these is not what was meant.
    Plugins then = plugins.preferring(used(saved).stream().map(SavedPlugin::type).toList());
    Network network = Network.builder(then, inputs).layers(text(file, saved, LAYERS)).blank();
    for (Block block : network.blocks()) {
      fill(file, saved.floats(block.name()), block.name(), network.view(block));
    }
    if (network.statistics().length > 0) {
      float[] values = saved.floats(STATISTICS);
      fill(
          file,
          values,
          STATISTICS,
          new Rows(network.statistics(), 0, 1, network.statistics().length));
    }
    ImmutableMap.Builder<String, String> provenance = ImmutableMap.builder();
    saved
        .metadata()
        .forEach(
            (key, value) -> {
              if (key.startsWith(PROVENANCE)) {
                provenance.put(key.substring(PROVENANCE.length()), value);
              }
            });
    Model model =
        new Model(
            network, preparation, then.loss(text(file, saved, LOSS)), provenance.buildOrThrow());
    ImmutableList<Problem> warnings =
        PluginChanges.of(used(saved), UsedPlugins.of(model, plugins), plugins);
    return new Content(model, checkpoint(saved, network), warnings);
  }

  private static Optional<Checkpoint> checkpoint(Safetensors saved, Network network) {
    if (!saved.tensors().containsKey(COUNTERS)) {
      return Optional.empty();
    }
    double[] counters = saved.doubles(COUNTERS);
    if (counters.length != 4) {
      throw new IllegalArgumentException("its counters are " + Arrays.toString(counters) + ".");
    }
    ImmutableList.Builder<float[]> state = ImmutableList.builder();
    for (int i = 0; saved.tensors().containsKey(OPTIMIZER + i); i++) {
      state.add(saved.floats(OPTIMIZER + i));
    }
    Weights now = new Weights(saved.floats(NOW), saved.floats(NOW_STATISTICS));
    return Optional.of(
        new Checkpoint(
            (int) counters[0],
            (long) counters[1],
            now,
            Weights.of(network),
            counters[2],
            (int) counters[3],
            state.build()));
  }

  private static ImmutableMap<String, String> metadata(Model model, Plugins plugins) {
    ImmutableMap.Builder<String, String> text = ImmutableMap.builder();
    text.put(FORMAT, VERSION);
    text.put(INPUTS, String.valueOf(model.network().inputs()));
    text.put(LAYERS, LayerText.of(model.network().layers(), plugins));
    text.put(LOSS, plugins.fullText(model.loss()));
    text.put(PLUGINS, UsedPlugins.text(model, plugins));
    text.put(PREPARATION, PreparationJson.text(model.preparation()));
    model.provenance().forEach((key, value) -> text.put(PROVENANCE + key, value));
    return text.buildOrThrow();
  }

  private static Map<String, Tensor> tensors(Network network) {
    ImmutableMap.Builder<String, Tensor> tensors = ImmutableMap.builder();
    for (Block block : network.blocks()) {
      float[] values = Arrays.copyOfRange(network.parameters(), block.offset(), block.end());
      boolean matrix = block.role() == Block.Role.WEIGHTS;
      tensors.put(
          block.name(), matrix ? Tensor.of(values, block.rows(), block.columns()) : vector(values));
    }
    if (network.statistics().length > 0) {
      tensors.put(STATISTICS, vector(network.statistics()));
    }
    return tensors.buildOrThrow();
  }

  private static Tensor vector(float[] values) {
    return Tensor.of(values, values.length);
  }

  private static void fill(Path file, float[] values, String name, Rows target) {
    if (values.length != target.size()) {
      throw new ModelFileException(
          "%s is no complete model: tensor %s has %d numbers, its network needs %d. Save the model again."
              .formatted(file, name, values.length, target.size()));
    }
    System.arraycopy(values, 0, target.data(), target.offset(), values.length);
  }

  private static String text(Path file, Safetensors saved, String key) {
    @Nullable String value = saved.metadata().get(key);
    if (value == null) {
      throw new ModelFileException(
          "%s is no complete model: its metadata has no %s. Save the model again."
              .formatted(file, key));
    }
    return value;
  }

  private static List<SavedPlugin> used(Safetensors saved) {
    return UsedPlugins.parse(saved.metadata().getOrDefault(PLUGINS, "[]"));
  }

  /** A plugin is missing, or no longer what it was. */
  private static ModelFileException unbuilt(
      Path file, Safetensors saved, Plugins plugins, RuntimeException e) {
    List<SavedPlugin> used = used(saved);
    String why =
        MissingPlugin.among(used, plugins)
            .map(MissingPlugin::words)
            .orElseGet(() -> changed(used, plugins, e));
    return new ModelFileException(file + " " + why, e);
  }

  private static String changed(List<SavedPlugin> used, Plugins plugins, RuntimeException e) {
    return Stream.concat(
            Stream.of("cannot be rebuilt: " + e.getMessage()),
            PluginChanges.of(used, List.of(), plugins).stream().map(Problem::text))
        .collect(Collectors.joining(" "));
  }
}

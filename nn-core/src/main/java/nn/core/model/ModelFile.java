package nn.core.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import nn.api.Block;
import nn.core.network.LayerText;
import nn.core.network.Network;
import nn.core.plugin.PluginException;
import nn.core.plugin.Plugins;
import nn.core.plugin.Problem;
import nn.core.train.Checkpoint;

/**
 * Models in files: a safetensors file whose metadata describes network, preparation and provenance
 * and whose tensors are the parameters, one a block, weights as inputs x outputs. A checkpoint is a
 * model file, of the best weights so far, that holds the state of the training besides.
 *
 * <p>A network that was trained on arrays has no preparation of its own: {@link
 * nn.core.data.Preparation#none} stands for it. An interrupt disturbs neither saving nor reading.
 */
public final class ModelFile {
  static final String FORMAT = "nn.format";
  static final String VERSION = "1";
  static final String INPUTS = "nn.inputs";
  static final String LAYERS = "nn.layers";
  static final String LOSS = "nn.loss";
  static final String PREPARATION = "nn.preparation";
  static final String PLUGINS = "nn.plugins";
  static final String PROVENANCE = "nn.provenance.";

  static final String STATISTICS = "statistics";
  static final String CHECKPOINT = "checkpoint.";
  static final String COUNTERS = CHECKPOINT + "counters";
  static final String NOW = CHECKPOINT + "parameters";
  static final String NOW_STATISTICS = CHECKPOINT + "statistics";
  static final String OPTIMIZER = CHECKPOINT + "optimizer.";

  private static final String UNSAVED =
      "Cannot save %s: its tensor %s holds %s, which is no finite number. Train with a smaller learning rate.";

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
   * @throws ModelFileException if the folder is missing, the system refuses, or a weight is not
   *     finite
   * @throws PluginException if one of its plugins could not be built again, see {@link
   *     #checkPlugins}
   */
  public static void write(Path file, Model model, Plugins plugins) {
    write(file, new Safetensors(metadata(model, plugins), tensors(model.network())));
  }

  private static void write(Path file, Safetensors content) {
    checkFinite(file, content, UNSAVED);
    content.write(file);
  }

  /** Checks every weight and statistic; what an optimizer remembers may be infinite. */
  static void checkFinite(Path file, Safetensors content, String complaint) {
    content
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (!name.startsWith(OPTIMIZER) && tensor instanceof Tensor.F32 numbers) {
                checkFinite(
                    numbers, number -> complaint.formatted(file, Damage.quoted(name), number));
              }
            });
  }

  private static void checkFinite(Tensor.F32 numbers, Function<Float, String> complaint) {
    for (float number : numbers.values()) {
      if (!Float.isFinite(number)) {
        throw new ModelFileException(complaint.apply(number));
      }
    }
  }

  /**
   * Finds out whether a model can be saved, before it is trained.
   *
   * @throws PluginException if the text of one of its plugins would build another, or none
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
    write(file, new Safetensors(metadata(model, plugins), tensors.buildOrThrow()));
  }

  /**
   * Reads a model or checkpoint.
   *
   * @throws ModelFileException if the file is missing, damaged or no model, or needs a plugin that
   *     was not found
   */
  public static Content read(Path file, Plugins plugins) {
    return new ModelReader(file, Safetensors.read(file), plugins).content();
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

  private static ImmutableMap<String, Tensor> tensors(Network network) {
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
}

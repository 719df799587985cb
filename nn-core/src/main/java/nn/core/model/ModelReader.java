package nn.core.model;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.api.Block;
import nn.api.Loss;
import nn.api.Rows;
import nn.core.data.Preparation;
import nn.core.network.Network;
import nn.core.network.NetworkBuilder;
import nn.core.plugin.PluginException;
import nn.core.plugin.Plugins;
import nn.core.plugin.Problem;
import nn.core.train.Checkpoint;
import nn.core.train.Weights;
import org.jspecify.annotations.Nullable;

/**
 * Makes a model of what stands in a file; see {@link ModelFile#read}.
 *
 * @param file the file, for messages
 * @param saved what stands in it
 * @param plugins those that there are today
 */
record ModelReader(Path file, Safetensors saved, Plugins plugins) {
  private static final String UNREADABLE =
      "Cannot read %s: its tensor %s holds %s, which is no finite number. Copy the file again, or train the model again.";

  /** Above this not every whole number is a double. */
  private static final double MOST_STEPS = 0x1p53;

  /** The model, and what is wrong with the file as a sentence if there is none. */
  ModelFile.Content content() {
    checkFormat();
    ModelFile.checkFinite(file, saved, UNREADABLE);
    try {
      Model model = model();
      ImmutableList<Problem> warnings =
          PluginChanges.of(used(), UsedPlugins.of(model, plugins), plugins);
      return new ModelFile.Content(model, checkpoint(model.network()), warnings);
    } catch (PluginException e) {
      throw unbuilt(e);
    } catch (IllegalArgumentException e) {
      if (e.getCause() instanceof PluginException) {
        throw unbuilt(e);
      }
      throw new ModelFileException(
          "%s does not fit together: %s Save the model again.".formatted(file, sentence(e)), e);
    }
  }

  private static String sentence(Exception e) {
    String words = String.valueOf(e.getMessage());
    return words.endsWith(".") ? words : words + ".";
  }

  private void checkFormat() {
    @Nullable String format = saved.metadata().get(ModelFile.FORMAT);
    if (!ModelFile.VERSION.equals(format)) {
      throw new ModelFileException(
          format == null
              ? "%s is a safetensors file, but not a model of this program. Name a file that nn train --save wrote."
                  .formatted(file)
              : "%s has model format %s; this program reads format %s. Use a matching version of nn."
                  .formatted(file, format, ModelFile.VERSION));
    }
  }

  private Model model() {
    Preparation preparation = PreparationJson.parse(text(ModelFile.PREPARATION));
    int inputs = Integer.parseInt(text(ModelFile.INPUTS));
    // A plugin that has come since and has the name of one of these is not what was meant.
    Plugins then = plugins.preferring(used().stream().map(SavedPlugin::type).toList());
    NetworkBuilder layers = Network.builder(then, inputs).layers(text(ModelFile.LAYERS));
    // Before memory is taken for as many numbers as any text can name.
    layers.blocks().forEach(block -> numbers(block.name(), block.size()));
    Network network = layers.blank();
    fill(network);
    checkTensors(network);
    Loss loss = then.loss(text(ModelFile.LOSS));
    return new Model(network, preparation, loss, provenance());
  }

  private void fill(Network network) {
    for (Block block : network.blocks()) {
      fill(block.name(), network.view(block));
    }
    int statistics = network.statistics().length;
    if (statistics > 0) {
      fill(ModelFile.STATISTICS, new Rows(network.statistics(), 0, 1, statistics));
    }
  }

  private void fill(String name, Rows target) {
    System.arraycopy(
        numbers(name, target.size()), 0, target.data(), target.offset(), target.size());
  }

  private float[] numbers(String name, int size) {
    float[] values = saved.floats(name);
    if (values.length != size) {
      throw new ModelFileException(
          "%s is no complete model: tensor %s has %s numbers, its network needs %s. Save the model again."
              .formatted(file, name, values.length, size));
    }
    return values;
  }

  /** A tensor that nothing uses belonged to a layer that is not there any more. */
  private void checkTensors(Network network) {
    Set<String> used = network.blocks().stream().map(Block::name).collect(toImmutableSet());
    for (String name : saved.tensors().keySet()) {
      checkArgument(
          used.contains(name)
              || name.equals(ModelFile.STATISTICS)
              || name.startsWith(ModelFile.CHECKPOINT),
          "none of its layers uses its tensor %s.",
          Damage.quoted(name));
    }
  }

  private ImmutableMap<String, String> provenance() {
    ImmutableMap.Builder<String, String> provenance = ImmutableMap.builder();
    saved
        .metadata()
        .forEach(
            (key, value) -> {
              if (key.startsWith(ModelFile.PROVENANCE)) {
                provenance.put(key.substring(ModelFile.PROVENANCE.length()), value);
              }
            });
    return provenance.buildOrThrow();
  }

  /** The state of the training whose best weights the network holds. */
  private Optional<Checkpoint> checkpoint(Network network) {
    if (!saved.tensors().containsKey(ModelFile.COUNTERS)) {
      return Optional.empty();
    }
    double[] counters = saved.doubles(ModelFile.COUNTERS);
    checkArgument(areCounters(counters), "its counters are %s.", Arrays.toString(counters));
    ImmutableList.Builder<float[]> state = ImmutableList.builder();
    for (int i = 0; saved.tensors().containsKey(ModelFile.OPTIMIZER + i); i++) {
      state.add(saved.floats(ModelFile.OPTIMIZER + i));
    }
    return Optional.of(
        new Checkpoint(
            (int) counters[0],
            (long) counters[1],
            new Weights(saved.floats(ModelFile.NOW), saved.floats(ModelFile.NOW_STATISTICS)),
            Weights.of(network),
            counters[2],
            (int) counters[3],
            state.build()));
  }

  /** Epoch, step, best loss, best epoch. */
  private static boolean areCounters(double[] counters) {
    return counters.length == 4
        && isWhole(counters[0], Integer.MAX_VALUE)
        && isWhole(counters[1], MOST_STEPS)
        && isWhole(counters[3], counters[0]);
  }

  private static boolean isWhole(double count, double most) {
    return count >= 0 && count <= most && count == Math.rint(count);
  }

  private String text(String key) {
    @Nullable String value = saved.metadata().get(key);
    if (value == null) {
      throw new ModelFileException(
          "%s is no complete model: its metadata has no %s. Save the model again."
              .formatted(file, key));
    }
    return value;
  }

  private List<SavedPlugin> used() {
    return UsedPlugins.parse(saved.metadata().getOrDefault(ModelFile.PLUGINS, "[]"));
  }

  /** A plugin is missing, or no longer what it was. */
  private ModelFileException unbuilt(RuntimeException e) {
    String why =
        MissingPlugin.among(used(), plugins).map(MissingPlugin::words).orElseGet(() -> changed(e));
    return new ModelFileException(file + " " + why, e);
  }

  private String changed(RuntimeException e) {
    return Stream.concat(
            Stream.of("cannot be rebuilt: " + e.getMessage()),
            PluginChanges.of(used(), List.of(), plugins).stream().map(Problem::text))
        .collect(Collectors.joining(" "));
  }
}

package nn.core.explain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.core.train.Recipe;

/**
 * A whole step of training: what every layer computed, the loss, the blame of every number, and
 * what the optimizer made of it. The numbers are the engine's own, copied while it worked.
 *
 * @param number which step, counted from 1
 * @param rows how many rows it learned from
 * @param layers what happened in each layer, from input to output
 * @param loss what happened at the end of the network
 */
public record ExplainedStep(
    long number, int rows, ImmutableList<ExplainedLayer> layers, ExplainedLoss loss) {
  /**
   * The first step of a training; the network stays as it is.
   *
   * @param rows the batch
   * @throws IllegalArgumentException if network, loss and data do not fit together
   * @throws nn.core.plugin.PluginFailure if a plugin throws while it computes
   */
  public static ExplainedStep of(Network network, Recipe recipe, Dataset rows) {
    return Explainer.of(network, recipe).step(rows);
  }

  /** The step as sentences and arithmetic: guess, measure, blame, adjust. */
  public ImmutableList<Section> sections(Shown shown) {
    return ImmutableList.of(
        GuessWriter.section(this, shown),
        LossWriter.section(this, shown),
        BlameWriter.section(this, shown),
        UpdateWriter.section(this, shown));
  }

  /** The sections as text of 80 columns. */
  public String text(Shown shown) {
    return TextForm.of(this, shown);
  }

  /** All numbers, and the sections, as nested maps and lists of texts, numbers and switches. */
  public ImmutableMap<String, Object> map(Shown shown) {
    return MapForm.of(this, shown);
  }

  /** The {@link #map} as JSON. */
  public String json(Shown shown) {
    return MapForm.json(this, shown);
  }

  /**
   * The sections as one page for a browser, for light and dark screens, that needs no other file.
   *
   * @param introduction what stands below the title
   */
  public String html(String introduction, Shown shown) {
    return HtmlForm.of(this, introduction, shown);
  }

  /** The step in one line. */
  String title() {
    return "Step %s: %s through %s"
        .formatted(
            number, Line.count(rows, "row", "rows"), Line.count(layers.size(), "layer", "layers"));
  }
}

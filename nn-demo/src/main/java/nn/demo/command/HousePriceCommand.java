package nn.demo.command;

import com.google.common.base.MoreObjects;
import java.util.concurrent.Callable;
import nn.core.plugin.Plugins;
import nn.demo.story.Cast;
import nn.demo.story.HousePrice;
import nn.demo.story.HousePriceStory;
import nn.demo.terminal.Json;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nn house-price}: a neuron finds $200 per square foot. */
@Command(
    name = "house-price",
    description = "Watch a neuron find the price of a square foot: guess, measure, adjust, repeat.")
final class HousePriceCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Option(
      names = "--activation",
      paramLabel = "TEXT",
      description = "Let eight hidden neurons with this activation play too.")
  private @Nullable String activation;

  @Option(names = "--loss", paramLabel = "TEXT", description = "Loss, in place of mse.")
  private @Nullable String loss;

  @Option(
      names = "--optimizer",
      paramLabel = "TEXT",
      description = "Optimizer, in place of sgd(learning-rate=0.1).")
  private @Nullable String optimizer;

  private final Terminal terminal;

  HousePriceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Plugins plugins = common.discover(terminal)) {
      HousePrice learned =
          HousePrice.learn(plugins, cast(), common.arithmetic(plugins), common.seed());
      if (common.json()) {
        terminal.json(json(learned));
      } else {
        new HousePriceStory(terminal, learned).tell();
      }
      return 0;
    }
  }

  private Cast cast() {
    return new Cast(
        MoreObjects.firstNonNull(activation, Cast.TALK.activation()),
        MoreObjects.firstNonNull(loss, Cast.TALK.loss()),
        MoreObjects.firstNonNull(optimizer, Cast.TALK.optimizer()));
  }

  private static Json json(HousePrice learned) {
    return new Json()
        .put("dollarsPerSquareFoot", learned.result().dollarsPerSquareFoot())
        .put("predictionFor2000", learned.result().priceOf2000())
        .put("rmse", learned.result().rmse())
        .put("closedForm", learned.closedForm())
        .put("steps", learned.steps());
  }
}

package nn.demo.command;

import java.util.concurrent.Callable;
import nn.core.plugin.Plugins;
import nn.demo.story.HousePrice;
import nn.demo.story.HousePriceStory;
import nn.demo.terminal.Json;
import nn.demo.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nn house-price}: a neuron finds $200 per square foot. */
@Command(
    name = "house-price",
    description = "Watch a neuron find the price of a square foot: guess, measure, adjust, repeat.")
final class HousePriceCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();

  private final Terminal terminal;

  HousePriceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Plugins plugins = common.discover(terminal)) {
      HousePrice learned = HousePrice.learn(plugins, common.arithmetic(plugins), common.seed());
      if (common.json()) {
        terminal.json(json(learned));
      } else {
        new HousePriceStory(terminal, learned).tell();
      }
      return 0;
    }
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

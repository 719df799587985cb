package nn.demo.example;

import nn.core.data.Preparation;
import nn.core.data.Table;
import nn.core.data.Target.NumberTarget;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.train.Recipe;
import nn.core.train.Trainer;

public final class HousePriceExample {
  public static void main(String[] args) {
    Table houses =
        Table.of("square_feet", 800, 1000, 1200, 1400, 1600, 1800, 2000, 2200)
            .with("price", 165e3, 205e3, 235e3, 280e3, 325e3, 355e3, 395e3, 445e3);
    Preparation preparation = Preparation.fit(houses, "price");

    Plugins plugins = Plugins.discover();
    Network network = Network.builder(plugins, preparation.width()).dense(1, "identity").build(1);
    Recipe recipe =
        Recipe.of(
                plugins.loss("mse"),
                plugins.optimizer("sgd(learning-rate=0.1)"),
                plugins.schedule("constant"))
            .withEpochs(60);
    Trainer.of(recipe).fit(network, preparation.apply(houses));

    float[] asked = preparation.applyFeatures(Table.of("square_feet", 2500)).data();
    double price = ((NumberTarget) preparation.target()).toUnits(network.predict(asked)[0]);
    System.out.printf("2,500 square feet: $%.0f%n", price);
  }

  private HousePriceExample() {}
}

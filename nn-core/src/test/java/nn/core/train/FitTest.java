package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nn.api.Range;
import nn.core.data.Dataset;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleConstant;
import nn.core.sample.SampleSgd;
import nn.core.text.Numbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTest {
  @ParameterizedTest
  @CsvSource({
    "UNIT, 0, 1, 1.5, numbers from 0 to 1",
    "UNIT, 0, 1, -0.5, numbers from 0 to 1",
    "NON_NEGATIVE, 0, 7, -1, numbers of at least 0",
    "POSITIVE, 1e-6, 7, 0, numbers above 0",
    "REAL, -7, 7, , any number",
  })
  void targetsThatMakeNoSenseToTheLossAreRefused(
      Range domain, double least, double most, Double wrong, String words) {
    fit(domain, least, most);
    if (wrong != null) {
      Exception e = assertThrows(IllegalArgumentException.class, () -> fit(domain, least, wrong));
      assertEquals(
          "picky needs targets that are %s, the data has %s. Use another loss."
              .formatted(words, Numbers.text(wrong)),
          e.getMessage());
    }
  }

  private static void fit(Range domain, double first, double second) {
    Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{first}, {second}});
    Network neuron = Network.builder(Plugins.discover(), 1).dense(1, "identity").build(1);
    Recipe recipe = Recipe.of(new Losses.Picky(domain), new SampleSgd(0.01), new SampleConstant(1));
    Trainer.of(recipe).fit(neuron, data);
  }
}

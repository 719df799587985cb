package nn.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.common.primitives.Floats;
import java.util.Arrays;
import nn.core.kernel.Arithmetic;
import nn.core.kernel.SharedWork;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleAdam;
import nn.core.sample.SampleConstant;
import nn.core.sample.SampleCrossEntropy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One seed, one result, however many threads share each stage of a step. */
class SameBitsTest {
  private static final Plugins PLUGINS = Plugins.discover();

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads(int threads) {
    SharedWork work = new SharedWork();
    assertArrayEquals(trained(Arithmetic.plain(), 1, 1), trained(work.witnessed(), threads, 1));
    assertEquals(SharedStages.ALL, work.callers());
  }

  @Test
  void theSameSeedGivesTheSameBitsAgainAndAnotherGivesOthers() {
    float[] expected = trained(Arithmetic.plain(), 1, 1);
    assertArrayEquals(expected, trained(Arithmetic.plain(), 1, 1));
    assertFalse(Arrays.equals(expected, trained(Arithmetic.plain(), 1, 2)));
  }

  private static float[] trained(Arithmetic arithmetic, int threads, long seed) {
    Network network =
        Network.builder(PLUGINS, 20)
            .layers(
                "36 relu, batch-norm, dropout(0.2), 36 prelu, 36 prelu(shared=true), layer-norm, 24 glu, 12 softmax")
            .build(7);
    Recipe recipe =
        Recipe.of(
                new SampleCrossEntropy(),
                new SampleAdam(0.003, 0.9, 0.999, 1e-8, 0),
                new SampleConstant(1))
            .withEpochs(2)
            .withBatchSize(64)
            .withSeed(seed);
    Trainer.of(recipe)
        .on(arithmetic, threads)
        .fit(network, RandomData.classes(150, 20, 12, 3), RandomData.classes(45, 20, 12, 4), null);
    return Floats.concat(network.parameters(), network.statistics());
  }
}

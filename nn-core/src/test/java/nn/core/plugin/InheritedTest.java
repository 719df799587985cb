package nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.api.Loss;
import nn.api.RowLoss;
import org.junit.jupiter.api.Test;

class InheritedTest {
  @Test
  void whatNobodyBetweenWroteIsInherited() {
    assertTrue(inherits(new Silent()));
  }

  @Test
  void whatTheClassWroteIsNot() {
    assertFalse(inherits(new Says()));
  }

  @Test
  void whatItsParentWroteIsNot() {
    assertFalse(inherits(new SaysThroughItsParent()));
  }

  @Test
  void aMethodThatIsNotThereIsNot() {
    assertFalse(Inherited.from(Loss.class, new Silent(), "rowWeight"));
  }

  private static boolean inherits(Loss loss) {
    return Inherited.from(Loss.class, loss, "rowWeight", float[].class, int.class, int.class);
  }

  private static class Silent implements RowLoss {
    @Override
    public double row(
        float[] prediction, int at, int width, float[] target, int targetAt, float[] gradient) {
      return 0;
    }
  }

  private static class Says extends Silent {
    @Override
    public double rowWeight(float[] target, int at, int width) {
      return 1;
    }
  }

  private static final class SaysThroughItsParent extends Says {}
}

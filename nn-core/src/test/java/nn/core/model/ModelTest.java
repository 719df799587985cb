package nn.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.BaseEncoding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import nn.api.Loss;
import nn.api.RowLoss;
import nn.api.Rows;
import nn.core.data.Feature.Pixels;
import nn.core.data.Preparation;
import nn.core.data.Target;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;
import nn.core.network.Network;
import nn.core.plugin.Plugins;
import nn.core.sample.SampleMse;
import org.junit.jupiter.api.Test;

class ModelTest {
  /** Two outputs for each number. */
  private record Pairs() implements RowLoss {
    @Override
    public int targetWidth(int predictionWidth) {
      return predictionWidth / 2;
    }

    @Override
    public int predictionWidth(int targetWidth) {
      return 2 * targetWidth;
    }

    @Override
    public double row(
        float[] p, int at, int width, float[] target, int targetAt, float[] gradient) {
      return 0;
    }
  }

  @Test
  void numbersComeInTheTargetsOwnUnits() {
    Model model = model(new NumberTarget("price", 380_000, 138_000));
    Rows outputs = new Rows(new float[] {0, 0.5f, -1}, 0, 3, 1);
    assertEquals(380_000, model.number(outputs, 0));
    assertEquals(449_000, model.number(outputs, 1));
    assertEquals(242_000, model.number(outputs, 2));
  }

  @Test
  void ofSeveralOutputsTheHighestIsTheClass() {
    Model model = model(new ClassTarget("kind", List.of("a", "b", "c")));
    Rows outputs = new Rows(new float[] {0.2f, 0.3f, 0.5f, 4, -1, 3}, 0, 2, 3);
    assertEquals(2, model.classNumber(outputs, 0));
    assertEquals("c", model.label(outputs, 0));
    assertEquals("a", model.label(outputs, 1));
  }

  @Test
  void aSingleOutputAboveOneHalfIsTheSecondClass() {
    Model model = model(new ClassTarget("kind", List.of("no", "yes")));
    Rows outputs = new Rows(new float[] {0.5f, 0.51f, 0, 1}, 0, 4, 1);
    assertEquals("no", model.label(outputs, 0));
    assertEquals("yes", model.label(outputs, 1));
    assertEquals(0, model.classNumber(outputs, 2));
    assertEquals(1, model.classNumber(outputs, 3));
  }

  @Test
  void aClassIsNoNumber() {
    Model model = model(new ClassTarget("kind", List.of("no", "yes")));
    Rows outputs = new Rows(new float[] {0.5f}, 0, 1, 1);
    assertEquals(
        "The target \"kind\" is a class, not a number; ask label(...).",
        assertThrows(IllegalStateException.class, () -> model.number(outputs, 0)).getMessage());
  }

  @Test
  void aNumberHasNoLabel() {
    Model model = model(new NumberTarget("price", 0, 1));
    Rows outputs = new Rows(new float[] {0.5f}, 0, 1, 1);
    assertEquals(
        "The target \"price\" is a number, not a class; ask number(...).",
        assertThrows(IllegalStateException.class, () -> model.label(outputs, 0)).getMessage());
  }

  @Test
  void outputsThatDoNotFitTheTargetAreRefused() {
    Target three = new ClassTarget("kind", List.of("a", "b", "c"));
    Target two = new ClassTarget("kind", List.of("no", "yes"));
    assertRefused("has 2 outputs, mse with the target \"kind\" needs 3.", three, "2");
    assertRefused("has 9 outputs, mse with the target \"kind\" needs 3.", three, "9");
    assertRefused("has 1 outputs, mse with the target \"kind\" needs 3.", three, "1");
    assertRefused("has 3 outputs, mse with the target \"kind\" needs 1.", two, "3");
    assertEquals(2, model(two, "2").network().outputs());
    assertEquals(
        "pairs has 6 outputs for the 3 classes of \"kind\", which tell no class; use another loss.",
        assertThrows(IllegalArgumentException.class, () -> model(three, "3", new Pairs()))
            .getMessage());
    assertEquals(2, model(new NumberTarget("a and b", 0, 1), "2").network().outputs());
  }

  private static void assertRefused(String complaint, Target target, String layers) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> model(target, layers));
    assertEquals("its network " + complaint, e.getMessage());
  }

  @Test
  void aClassHasOneName() {
    assertEquals(
        "column \"kind\" needs distinct classes, got [a, b, a]",
        assertThrows(
                IllegalArgumentException.class,
                () -> new ClassTarget("kind", List.of("a", "b", "a")))
            .getMessage());
  }

  @Test
  void theHashIsThatOfAllParametersInLittleEndian() throws NoSuchAlgorithmException {
    Model model = model(new NumberTarget("price", 0, 1));
    float[] parameters = model.network().parameters();
    ByteBuffer bytes = ByteBuffer.allocate(4 * parameters.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(parameters);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
    String before = model.weightsHash();
    assertEquals(BaseEncoding.base16().lowerCase().encode(digest), before);
    parameters[3] = Math.nextUp(parameters[3]);
    assertNotEquals(before, model.weightsHash());
  }

  private static Model model(Target target) {
    int outputs = target instanceof ClassTarget classes ? classes.labels().size() : 1;
    return model(target, "3 tanh, " + (outputs == 2 ? 1 : outputs));
  }

  private static Model model(Target target, String layers) {
    return model(target, layers, new SampleMse());
  }

  private static Model model(Target target, String layers, Loss loss) {
    Preparation preparation = new Preparation(List.of(new Pixels(2, 1)), List.of(), target);
    Network network = Network.builder(Plugins.discover(), 2).layers(layers).build(1);
    return new Model(network, preparation, loss, ImmutableMap.of());
  }
}

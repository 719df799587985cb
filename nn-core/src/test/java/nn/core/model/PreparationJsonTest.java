package nn.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import nn.core.data.Feature;
import nn.core.data.Feature.Categorical;
import nn.core.data.Feature.Numeric;
import nn.core.data.Feature.Pixels;
import nn.core.data.LeftOut;
import nn.core.data.Preparation;
import nn.core.data.Target;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;
import nn.core.random.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PreparationJsonTest {
  private static final Target PRICE = new NumberTarget("price", 1, 2);

  static Stream<Preparation> preparations() {
    Feature area = new Numeric("area", 1900, 690.41, false);
    return Stream.of(
        new Preparation(List.of(area), List.of(), PRICE),
        new Preparation(List.of(new Numeric("\u00e4, \"b\"\n", -0.0, 1, true)), List.of(), PRICE),
        new Preparation(List.of(new Categorical("c", List.of(), true)), List.of(), PRICE),
        new Preparation(
            List.of(new Categorical("c", List.of("", "1", "\ud83c\udfe0", "\ud83c\udfe1"), true)),
            List.of(new LeftOut("id", "counts up"), new LeftOut("x", "")),
            new ClassTarget("c", List.of("yes", "no"))),
        new Preparation(
            List.of(new Pixels(784, 255)),
            List.of(),
            new ClassTarget("digit", List.of("0", "1", "2"))),
        new Preparation(
            List.of(area, new Categorical("c", List.of("a"), true), area), List.of(), PRICE));
  }

  @ParameterizedTest
  @MethodSource("preparations")
  void everyKindComesBack(Preparation preparation) {
    assertEquals(preparation, PreparationJson.parse(PreparationJson.text(preparation)));
  }

  @Test
  void everyBitOfANumberComesBack() {
    SplitMix64 random = new SplitMix64(8);
    for (int i = 0; i < 2000; i++) {
      double mean = finite(random);
      double deviation = Math.max(Double.MIN_VALUE, Math.abs(finite(random)));
      Preparation preparation =
          new Preparation(
              List.of(new Numeric("x", mean, deviation, false)),
              List.of(),
              new NumberTarget("y", deviation, Math.max(Double.MIN_VALUE, Math.abs(mean))));
      assertEquals(preparation, PreparationJson.parse(PreparationJson.text(preparation)));
    }
  }

  private static double finite(SplitMix64 random) {
    double number = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(number) ? number : 1;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no json|its preparation is not JSON.",
        "{}|its preparation has no text \"kind\".",
        "{\"features\":[{\"kind\":\"sound\"}]}|its preparation has a feature of kind \"sound\".",
        "{\"features\":[{\"kind\":\"number\",\"column\":7}]}|its preparation has no text \"column\".",
        "{\"features\":[{\"kind\":\"number\",\"column\":\"x\",\"mean\":\"1\"}]}|its preparation has no number \"mean\".",
        "{\"target\":{\"kind\":\"song\"}}|its preparation has a target of kind \"song\".",
        "{\"target\":{\"kind\":\"number\",\"column\":\"y\",\"mean\":1,\"deviation\":1}}|a preparation needs at least one feature"
      })
  void foreignTextIsRefused(String text, String message) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> PreparationJson.parse(text));
    assertEquals(message, e.getMessage());
  }
}

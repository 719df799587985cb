package nn.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KNOWN =
      List.of("relu", "leaky-relu", "gelu", "selu", "celu", "softmax", "MedHouseValue");

  @Test
  void aTypingErrorFindsTheNameThatWasMeant() {
    assertEquals(List.of("leaky-relu"), Nearest.of("leaky-rellu", KNOWN));
  }

  @Test
  void swappedNeighboursAreOneEdit() {
    assertEquals(List.of("gelu"), Nearest.of("gleu", KNOWN));
  }

  @Test
  void atMostThreeAreSuggestedInAlphabeticalOrder() {
    assertEquals(List.of("celu", "gelu", "relu"), Nearest.of("xelu", KNOWN));
  }

  @Test
  void moreThanAThirdOfTheLengthIsTooFar() {
    assertEquals(List.of(), Nearest.of("tanh", KNOWN));
    assertEquals(List.of(), Nearest.of("r", KNOWN));
  }

  @Test
  void caseDoesNotCount() {
    assertEquals(List.of("MedHouseValue"), Nearest.of("medhousevalue", KNOWN));
  }

  @Test
  void aPartOfANameFindsTheWhole() {
    assertEquals(List.of("MedHouseValue"), Nearest.of("house", KNOWN));
    assertEquals(List.of("leaky-relu"), Nearest.of("leaky", KNOWN));
  }

  @Test
  void theQuestionListsTheAlternatives() {
    assertEquals("Did you mean leaky-relu?", Nearest.question("leeky-relu", KNOWN));
    assertEquals("Did you mean celu, gelu or relu?", Nearest.question("xelu", KNOWN));
    assertEquals("", Nearest.question("tanh", KNOWN));
  }
}

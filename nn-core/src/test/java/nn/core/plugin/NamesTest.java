package nn.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "Relu, relu",
    "LeakyRelu, leaky-relu",
    "RmsProp, rms-prop",
    "ReLU, re-lu",
    "PReLU, p-re-lu",
    "AdamW, adam-w",
    "Tanh2D, tanh2-d",
    "learningRate, learning-rate",
    "beta1, beta1",
    "L1Ratio, l1-ratio",
    "weight_decay, weight-decay",
    "HTMLParser, html-parser"
  })
  void eachNewWordOfAJavaNameGetsAHyphen(String camel, String kebab) {
    assertEquals(kebab, Names.kebab(camel));
  }

  @Test
  void theTurkishLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals("identity", Names.kebab("Identity"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "relu", "leaky-relu", "l1", "a-1-b"})
  void wordsOfLettersAndDigitsAreNames(String name) {
    assertTrue(Names.valid(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "a--b", "Leaky", "1a", "a b", "a_b", "ö"})
  void anythingElseIsNotAName(String name) {
    assertFalse(Names.valid(name));
  }

  @Test
  void aNameHasAtMostFortyCharacters() {
    assertTrue(Names.valid("a".repeat(40)));
    assertFalse(Names.valid("a".repeat(41)));
  }

  @ParameterizedTest
  @CsvSource({"Leaky ReLU, leaky-re-lu", "2nd--try-, nd-try", "!!!, my-plugin", "a__b, a-b"})
  void aBadNameGetsAValidSuggestion(String bad, String suggestion) {
    assertEquals(suggestion, Names.suggestion(bad));
    assertTrue(Names.valid(Names.suggestion(bad)));
  }

  @Test
  void aSuggestionForALongNameIsCut() {
    assertTrue(Names.valid(Names.suggestion("a".repeat(39) + "-bc")));
  }
}

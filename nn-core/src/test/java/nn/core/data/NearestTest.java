package nn.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({"kitten,sitting,3", "flaw,lawn,2", "'',abc,3", "abc,'',3", "Area,aREA,0", "a,b,1"})
  void countsTheEditsBetweenWords(String one, String other, int edits) {
    assertEquals(edits, Nearest.distance(one, other));
  }

  @Test
  void theKnownWordWithFewestEditsIsMeant() {
    List<String> known = List.of("median_income", "median_house_value", "population");
    assertEquals(Optional.of("median_house_value"), Nearest.of("median_hous_valu", known));
    assertEquals(Optional.of("population"), Nearest.of("POPULATIONS", known));
  }

  @Test
  void aFarWordIsMeantByNobody() {
    assertEquals(Optional.empty(), Nearest.of("price", List.of("longitude", "ocean")));
    assertEquals(Optional.empty(), Nearest.of("price", List.of()));
  }
}

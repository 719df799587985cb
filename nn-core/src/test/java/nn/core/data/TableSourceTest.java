package nn.core.data;

import static nn.core.data.Complaint.assertComplaint;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableSourceTest {
  private static final Table TABLE =
      Table.of("x", IntStream.range(0, 50).mapToDouble(i -> i * i).toArray())
          .with("kind", IntStream.range(0, 50).mapToObj(i -> i < 10 ? "rare" : "often").toList())
          .with("y", IntStream.range(0, 50).mapToDouble(i -> 3.5 * i).toArray());

  @Test
  void classesAreSplitStratified() {
    Source source = new TableSource(TABLE, "kind", null);
    int[] validation = source.split(0.2, 3).validation();
    assertEquals(10, validation.length);
    assertEquals(2, Arrays.stream(validation).filter(row -> row < 10).count());
  }

  @Test
  void numbersAreSplitPlainly() {
    Source source = new TableSource(TABLE, "y", null);
    assertEquals(50, source.count());
    assertArrayEquals(Split.of(50, 0.2, 3).train(), source.split(0.2, 3).train());
  }

  @Test
  void givesTheNumbersOfItsPreparation() {
    Source source = new TableSource(TABLE, "y", Task.REGRESSION);
    Split split = source.split(0.2, 3);
    Preparation preparation = source.fit(split.train());
    assertEquals(Preparation.fit(TABLE, "y", null, split.train()), preparation);
    Dataset data = source.dataset(preparation, split.validation(), Encoding.NUMBER);
    assertEquals(10, data.count());
    assertEquals(4, data.features().width());
    assertEquals(50, source.rows().length);
  }

  @Test
  void aTargetThatDoesNotServeIsRefusedBeforeTheSplit() {
    Source source = new TableSource(Table.of("y", List.of("a", "")), "y", null);
    assertComplaint(
        "The target \"y\" is missing in 1 of 2 rows, as on row 2 of the table (\"\"); fill it in, or"
            + " remove those rows.",
        () -> source.split(0.2, 3));
  }
}

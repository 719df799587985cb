package nn.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
  @ParameterizedTest
  @CsvSource({
    "SIMPLEX, UNIT, true",
    "SIMPLEX, NON_NEGATIVE, true",
    "UNIT, NON_NEGATIVE, true",
    "POSITIVE, NON_NEGATIVE, true",
    "UNIT, REAL, true",
    "LOG_SIMPLEX, REAL, true",
    "REAL, REAL, true",
    "UNIT, SIMPLEX, false",
    "UNIT, POSITIVE, false",
    "REAL, UNIT, false",
    "NON_NEGATIVE, POSITIVE, false",
    "SIMPLEX, LOG_SIMPLEX, false",
    "LOG_SIMPLEX, UNIT, false"
  })
  void aRangeLiesWithinThoseThatHoldAllItsValues(Range range, Range other, boolean within) {
    assertEquals(within, range.within(other));
  }

  @Test
  void rowsAreAWindowOntoTheirArray() {
    Rows rows = new Rows(new float[] {0, 1, 2, 3, 4, 5, 6}, 1, 3, 2);
    assertEquals(3, rows.at(1));
    assertEquals(6f, rows.get(2, 1));
    assertEquals(6, rows.size());
    Rows slice = rows.slice(1, 3);
    assertSame(rows.data(), slice.data());
    assertEquals(3f, slice.get(0, 0));
    assertEquals(2, slice.count());
  }

  @Test
  void rowsThatDoNotFitAreRefused() {
    Exception e =
        assertThrows(IndexOutOfBoundsException.class, () -> new Rows(new float[5], 1, 2, 3));
    assertEquals("2 rows x 3 from 1 do not fit into 5 numbers", e.getMessage());
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> new Rows(new float[5], 0, Integer.MAX_VALUE, Integer.MAX_VALUE));
  }

  @Test
  void aSliceStaysInsideItsWindow() {
    Rows window = new Rows(new float[] {0, 1, 2, 3, 4, 5, 6, 7}, 2, 2, 1);
    assertEquals(3, window.slice(1, 2).get(0, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> window.slice(1, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> window.slice(-1, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> window.slice(2, 1));
  }

  @Test
  void rowsThatNoArrayCanHoldAreRefused() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> Rows.zeros(34_000_000, 64));
    assertEquals(
        "34000000 rows of 64 numbers do not fit into one array, which holds 2147483647; take fewer"
            + " at a time",
        e.getMessage());
  }

  @Test
  void everyRangeHasWordsOfItsOwn() {
    long words = Arrays.stream(Range.values()).map(Range::words).distinct().count();
    assertEquals(Range.values().length, words);
    assertEquals("numbers from 0 to 1", Range.UNIT.words());
  }
}

package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "48123.4 | 48,123",
        "-1234567 | -1,234,567",
        "3.14159 | 3.142",
        "0 | 0.000",
        "0.00123 | 0.001230",
        "0.000123 | 1.230e-04"
      })
  void measuresShowAboutFourFigures(double value, String text) {
    assertEquals(text, Figures.of(value));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "0.1, 0.1",
    "0, 0",
    "-0.0, 0",
    "1234567.89, 1234568",
    "12345678.9, 1.234568e+07",
    "-1e30, -1.000000e+30",
    "0.3333333333, 0.3333333",
    "0.00001, 1.000000e-05",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void givenNumbersComeBackAsTheyWere(double value, String text) {
    assertEquals(text, Figures.exact(value));
  }
}

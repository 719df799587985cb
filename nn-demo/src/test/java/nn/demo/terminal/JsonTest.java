package nn.demo.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void membersKeepTheirOrderAndObjectsNest() {
    Json json = new Json().put("b", 1).put("a", new Json().put("x", "y"));
    assertEquals("{ \"b\" : 1, \"a\" : { \"x\" : \"y\" } }", flat(json));
  }

  @Test
  void whatIsNoFiniteNumberIsNull() {
    Json json = new Json().put("a", Double.NaN).put("b", Double.POSITIVE_INFINITY).put("c", null);
    assertEquals("{ \"a\" : null, \"b\" : null, \"c\" : null }", flat(json));
  }

  @Test
  void whatHasNoFormInJsonIsRefused() {
    Object odd = new Object();
    assertThrows(IllegalArgumentException.class, () -> Json.text(new Json().put("a", odd)));
  }

  private static String flat(Json json) {
    return Json.text(json).replaceAll("\\s+", " ");
  }
}

package nn.demo.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
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
  void listsAndArraysHoldTheSame() {
    Json json = new Json().put("a", List.of(new Json().put("x", Float.NaN), "y"));
    json.put("b", new double[] {1.5, Double.NEGATIVE_INFINITY});
    assertEquals("{ \"a\" : [ { \"x\" : null }, \"y\" ], \"b\" : [ 1.5, null ] }", flat(json));
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

package nn.demo.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinnedTest {
  @Test
  void aStraightLineKeepsItsEnds() {
    List<Point> line = List.of(at(0, 0), at(1, 2), at(2, 4), at(3, 6));
    assertEquals(List.of(at(0, 0), at(3, 6)), Thinned.of(line, 0.01));
  }

  @Test
  void cornersStay() {
    List<Point> step = List.of(at(0, 0), at(1, 0), at(1, 5), at(2, 5));
    assertEquals(step, Thinned.of(step, 0.5));
  }

  @Test
  void aLineThatReturnsToItsStartKeepsItsFarthestPoint() {
    List<Point> there = List.of(at(0, 0), at(3, 4), at(0, 0));
    assertEquals(there, Thinned.of(there, 4.9));
    assertEquals(List.of(at(0, 0), at(0, 0)), Thinned.of(there, 5));
  }

  @Test
  void twoPointsAndFewerStay() {
    assertEquals(List.of(), Thinned.of(List.of(), 1));
    assertEquals(List.of(at(1, 1), at(1, 1)), Thinned.of(List.of(at(1, 1), at(1, 1)), 1));
  }

  @Test
  void aParabolaLosesMostPointsAndIsNowhereLeftByMore() {
    List<Point> parabola = new ArrayList<>();
    for (int i = 0; i <= 1000; i++) {
      parabola.add(at(i, i * i / 1000.0));
    }
    List<Point> thin = Thinned.of(parabola, 0.04);
    assertTrue(thin.size() < 150, thin.size() + " points");
    // Between two points of y = x^2 / 1000 a chord is off by at most (length / 2)^2 / 1000 upwards.
    for (int i = 1; i < thin.size(); i++) {
      double half = (thin.get(i).x() - thin.get(i - 1).x()) / 2;
      double slope = (thin.get(i).x() + thin.get(i - 1).x()) / 1000;
      double off = half * half / 1000 / Math.sqrt(1 + slope * slope);
      assertTrue(off <= 0.0401, off + " pixels");
    }
  }

  private static Point at(double x, double y) {
    return new Point(x, y);
  }
}

package nn.demo.picture;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** One thing on a drawing. */
sealed interface Mark {
  /**
   * Points joined by straight lines.
   *
   * @param points in order
   * @param closed whether the last is joined to the first
   * @param look how it looks
   * @param clip what lies outside is not drawn; null for no limit
   */
  record Outline(ImmutableList<Point> points, boolean closed, Look look, @Nullable Frame clip)
      implements Mark {}

  /**
   * Single straight lines: hatching, contours.
   *
   * @param ends two points a line
   * @param look how it looks
   */
  record Strokes(ImmutableList<Point> ends, Look look) implements Mark {}

  /**
   * A circle.
   *
   * @param centre its middle
   * @param radius in pixels
   * @param look how it looks
   */
  record Circle(Point centre, double radius, Look look) implements Mark {}

  /**
   * One line of words, with a rim in the colour of the ground so that they can be read on top of
   * lines.
   *
   * @param place where the anchor lies, on the line the letters stand on
   * @param text the words
   * @param type how they are set
   */
  record Words(Point place, String text, Type type) implements Mark {}
}

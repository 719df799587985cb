package nn.demo.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A drawing as PNG, two dots for each pixel so that it is sharp in print. The only class that knows
 * java.awt: commands that draw nothing never load it.
 */
final class Png {
  /** Dots a pixel. */
  static final int SCALE = 2;

  private static final int RIM = 3;

  private final Graphics2D graphics;
  private final Ground ground;

  private Png(Graphics2D graphics, Ground ground) {
    this.graphics = graphics;
    this.ground = ground;
  }

  /**
   * The bytes of the file.
   *
   * @throws IllegalArgumentException if this Java has no fonts
   */
  static byte[] of(Drawing drawing, Ground ground) {
    // Nothing is shown on a screen; without this some systems would open a place for a window.
    System.setProperty("java.awt.headless", "true");
    requireFonts();
    return encoded(image(drawing, ground));
  }

  /** Containers and small Javas often have none, and say so in many ways. */
  private static void requireFonts() {
    try {
      FontRenderContext context = new FontRenderContext(null, true, true);
      new Font(Font.SANS_SERIF, Font.PLAIN, 12).createGlyphVector(context, "a").getOutline();
    } catch (RuntimeException | LinkageError | InternalError e) {
      throw new IllegalArgumentException(
          "The PNG files cannot be drawn, because this Java finds no fonts. Install some, for example the packages fontconfig and fonts-dejavu-core; index.html and the SVG files are complete.",
          e);
    }
  }

  private static BufferedImage image(Drawing drawing, Ground ground) {
    BufferedImage image =
        new BufferedImage(
            drawing.width() * SCALE, drawing.height() * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(SCALE, SCALE);
    Png png = new Png(graphics, ground);
    png.fill(
        new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()), Look.inside(Ink.PAPER));
    drawing.marks().forEach(png::draw);
    graphics.dispose();
    return image;
  }

  private static byte[] encoded(BufferedImage image) {
    // Small files need no second file on the disk beside them.
    ImageIO.setUseCache(false);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new IllegalStateException("Writing to memory cannot fail.", e);
    }
    return bytes.toByteArray();
  }

  private void draw(Mark mark) {
    if (mark instanceof Mark.Outline outline) {
      @Nullable Frame clip = outline.clip();
      if (clip != null) {
        graphics.setClip(new Rectangle2D.Double(clip.x(), clip.y(), clip.width(), clip.height()));
      }
      shape(path(outline), outline.look());
      graphics.setClip(null);
    } else if (mark instanceof Mark.Strokes strokes) {
      shape(path(strokes.ends()), strokes.look());
    } else if (mark instanceof Mark.Circle circle) {
      double r = circle.radius();
      double x = circle.centre().x() - r;
      double y = circle.centre().y() - r;
      shape(new Ellipse2D.Double(x, y, 2 * r, 2 * r), circle.look());
    } else if (mark instanceof Mark.Words words) {
      words(words);
    }
  }

  private void shape(Shape shape, Look look) {
    fill(shape, look);
    @Nullable Ink stroke = look.stroke();
    if (stroke != null) {
      graphics.setStroke(stroke(look));
      graphics.setColor(colour(stroke, 1));
      graphics.draw(shape);
    }
  }

  private void fill(Shape shape, Look look) {
    @Nullable Ink fill = look.fill();
    if (fill != null) {
      graphics.setColor(colour(fill, look.opacity()));
      graphics.fill(shape);
    }
  }

  /** Letters as shapes: their rim first. */
  private void words(Mark.Words words) {
    Type type = words.type();
    Font font =
        new Font(Font.SANS_SERIF, type.bold() ? Font.BOLD : Font.PLAIN, 1)
            .deriveFont((float) type.size());
    var glyphs = font.createGlyphVector(graphics.getFontRenderContext(), words.text());
    double width = glyphs.getLogicalBounds().getWidth();
    double shift =
        switch (type.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    Shape letters =
        glyphs.getOutline((float) (words.place().x() - shift), (float) words.place().y());
    shape(letters, Look.line(Ink.PAPER, RIM));
    fill(letters, Look.inside(type.ink()));
  }

  private static Shape path(Mark.Outline outline) {
    Path2D path = new Path2D.Double();
    Point first = outline.points().get(0);
    path.moveTo(first.x(), first.y());
    outline.points().forEach(p -> path.lineTo(p.x(), p.y()));
    if (outline.closed()) {
      path.closePath();
    }
    return path;
  }

  private static Shape path(List<Point> ends) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < ends.size(); i += 2) {
      path.moveTo(ends.get(i).x(), ends.get(i).y());
      path.lineTo(ends.get(i + 1).x(), ends.get(i + 1).y());
    }
    return path;
  }

  private static Stroke stroke(Look look) {
    float width = (float) look.width();
    if (look.dash() == Dash.SOLID) {
      return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
    float[] lengths = new float[look.dash().lengths().size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = look.dash().lengths().get(i);
    }
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, lengths, 0f);
  }

  private Color colour(Ink ink, double opacity) {
    Color plain = Color.decode(ink.on(ground));
    return new Color(
        plain.getRed(), plain.getGreen(), plain.getBlue(), (int) Math.rint(255 * opacity));
  }
}

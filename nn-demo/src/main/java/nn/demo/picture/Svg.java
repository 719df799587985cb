package nn.demo.picture;

import com.google.common.base.CharMatcher;
import com.google.common.xml.XmlEscapers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A drawing as SVG. Colours are classes, and a style sheet gives them their values: light, dark
 * where the reader's system asks for it, light again on paper. Equal drawings give equal bytes on
 * every machine.
 */
final class Svg {
  private static final String FONT = "system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

  private final StringBuilder out = new StringBuilder();

  private Svg() {}

  /** A file of its own. */
  static String file(Picture picture) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + element(
            picture,
            "<title>%s</title>\n<style>%s</style>\n".formatted(escaped(picture.alt()), style()));
  }

  /** For a page that has {@link #style()} already. */
  static String inline(Picture picture) {
    return element(picture, "");
  }

  /** The style sheet of all drawings. */
  static String style() {
    return "text{stroke-width:3px;stroke-linejoin:round;paint-order:stroke}"
        + colours(Ground.LIGHT)
        + "\n@media screen and (prefers-color-scheme:dark){"
        + colours(Ground.DARK)
        + "}\n";
  }

  private static String colours(Ground ground) {
    StringBuilder css = new StringBuilder();
    for (Ink ink : Ink.values()) {
      String name = name(ink);
      css.append(".f-%s{fill:%s}".formatted(name, ink.on(ground)));
      css.append(".s-%s{stroke:%s}".formatted(name, ink.on(ground)));
    }
    return css.toString();
  }

  private static String element(Picture picture, String style) {
    Svg svg = new Svg();
    Drawing drawing = picture.drawing();
    drawing.marks().forEach(svg::draw);
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="%3$s" font-family="%4$s" fill="none">
        %5$s<rect width="%1$d" height="%2$d" class="f-paper"/>
        %6$s</svg>
        """
        .formatted(drawing.width(), drawing.height(), escaped(picture.alt()), FONT, style, svg.out);
  }

  private void draw(Mark mark) {
    if (mark instanceof Mark.Outline outline) {
      draw(outline);
    } else if (mark instanceof Mark.Strokes strokes) {
      path(segments(strokes.ends()), strokes.look());
    } else if (mark instanceof Mark.Circle circle) {
      out.append(
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>\n"
              .formatted(
                  number(circle.centre().x()),
                  number(circle.centre().y()),
                  number(circle.radius()),
                  look(circle.look())));
    } else if (mark instanceof Mark.Words words) {
      draw(words);
    }
  }

  private void draw(Mark.Outline outline) {
    @Nullable Frame clip = outline.clip();
    if (clip != null) {
      String box =
          "%s %s %s %s"
              .formatted(
                  number(clip.x()), number(clip.y()), number(clip.width()), number(clip.height()));
      out.append(
          "<svg x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" viewBox=\"%s\" overflow=\"hidden\">"
              .formatted(
                  number(clip.x()),
                  number(clip.y()),
                  number(clip.width()),
                  number(clip.height()),
                  box));
    }
    path(joined(outline.points()) + (outline.closed() ? "Z" : ""), outline.look());
    if (clip != null) {
      out.append("</svg>\n");
    }
  }

  private void draw(Mark.Words words) {
    Type type = words.type();
    out.append(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\"%s class=\"f-%s s-paper\">%s</text>\n"
            .formatted(
                number(words.place().x()),
                number(words.place().y()),
                number(type.size()),
                type.anchor().name().toLowerCase(Locale.ROOT),
                type.bold() ? " font-weight=\"600\"" : "",
                name(type.ink()),
                escaped(words.text())));
  }

  private void path(String d, Look look) {
    out.append("<path d=\"%s\"%s/>\n".formatted(d, look(look)));
  }

  private static String look(Look look) {
    StringBuilder css = new StringBuilder();
    StringBuilder attributes = new StringBuilder();
    if (look.fill() != null) {
      css.append("f-").append(name(look.fill())).append(' ');
      if (look.opacity() < 1) {
        attributes.append(" fill-opacity=\"%s\"".formatted(number(look.opacity())));
      }
    }
    if (look.stroke() != null) {
      css.append("s-").append(name(look.stroke()));
      attributes.append(" stroke-width=\"%s\"".formatted(number(look.width())));
      attributes.append(" stroke-linejoin=\"round\"");
      if (look.dash() != Dash.SOLID) {
        String lengths =
            look.dash().lengths().stream().map(String::valueOf).collect(Collectors.joining(" "));
        attributes.append(" stroke-dasharray=\"%s\"".formatted(lengths));
      }
    }
    return " class=\"%s\"%s".formatted(css.toString().strip(), attributes);
  }

  private static String joined(List<Point> points) {
    return "M" + points.stream().map(Svg::pair).collect(Collectors.joining("L"));
  }

  private static String segments(List<Point> ends) {
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < ends.size(); i++) {
      d.append(i % 2 == 0 ? 'M' : 'L').append(pair(ends.get(i)));
    }
    return d.toString();
  }

  private static String pair(Point point) {
    return number(point.x(), 1) + " " + number(point.y(), 1);
  }

  private static String name(Ink ink) {
    return ink.name().toLowerCase(Locale.ROOT);
  }

  /** Two decimals at most, none that say nothing. */
  private static String number(double value) {
    return number(value, 2);
  }

  private static String number(double value, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    text = CharMatcher.is('.').trimTrailingFrom(CharMatcher.is('0').trimTrailingFrom(text));
    return text.equals("-0") ? "0" : text;
  }

  private static String escaped(String text) {
    return XmlEscapers.xmlAttributeEscaper().escape(text);
  }
}

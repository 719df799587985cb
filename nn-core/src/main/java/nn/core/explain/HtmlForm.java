package nn.core.explain;

import com.google.common.collect.ImmutableList;
import com.google.common.html.HtmlEscapers;

/** An explained step as one page for a browser, which needs no other file and no script. */
final class HtmlForm {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; }
      body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; }
      h2 { margin-top: 2.5rem; border-bottom: 2px solid; }
      h3 { margin: 1.5rem 0 0.25rem; }
      p { margin: 0.25rem 0; white-space: pre-wrap; }
      p.equation { padding-left: 3rem; text-indent: -2rem; font-family: monospace; }
      </style>
      </head>
      <body>
      <main>
      """;

  private HtmlForm() {}

  static String of(ExplainedStep step, String introduction, Shown shown) {
    StringBuilder page = new StringBuilder(HEAD.formatted(escaped(step.title())));
    element(page, "h1", step.title());
    element(page, "p", introduction);
    ImmutableList<Section> sections = step.sections(shown);
    if (TextForm.isRounded(sections)) {
      element(page, "p", TextForm.LEGEND);
    }
    for (Section section : sections) {
      page.append("<section>\n");
      element(page, "h2", section.title());
      section.lines().forEach(line -> line(page, line));
      page.append("</section>\n");
    }
    return page.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void line(StringBuilder page, Line line) {
    switch (line.kind()) {
      case HEADING -> element(page, "h3", line.text());
      case WORDS -> element(page, "p", line.text());
      case EQUATION ->
          page.append("<p class=\"equation\">").append(escaped(line.text())).append("</p>\n");
    }
  }

  private static void element(StringBuilder page, String name, String text) {
    page.append('<').append(name).append('>').append(escaped(text));
    page.append("</").append(name).append(">\n");
  }

  private static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }
}

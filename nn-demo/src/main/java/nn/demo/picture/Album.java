package nn.demo.picture;

import com.google.common.html.HtmlEscapers;
import java.util.List;

/** All pictures on one page that needs nothing else: no script, no network, no second file. */
final class Album {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="UTF-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title>How machines actually learn: the pictures</title>
      <style>
      body{margin:2rem auto;padding:0 1rem;max-width:56rem;font:1.05rem/1.5 system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1f2328;background:#ffffff}
      h1{font-size:1.6rem}
      figure{margin:2.5rem 0;break-inside:avoid}
      figure>svg{width:100%;height:auto}
      figcaption{max-width:44rem}
      .chapter{font-weight:600}
      @media screen and (prefers-color-scheme:dark){body{color:#f0f6fc;background:#0d1117}}
      """;
  private static final String START =
      """
      </style>
      </head>
      <body>
      <h1>How machines actually learn: the pictures</h1>
      <p>Every number was computed by the engine for this page. Colour never tells anything alone: lines are broken, points have forms, regions are hatched.</p>
      """;

  private Album() {}

  /** The page. */
  static String of(List<Picture> pictures) {
    StringBuilder page = new StringBuilder(HEAD).append(Svg.style()).append(START);
    for (Picture picture : pictures) {
      page.append(
          """
          <figure id="%s">
          %s<figcaption><span class="chapter">Chapter %d.</span> %s</figcaption>
          </figure>
          """
              .formatted(
                  picture.name(),
                  Svg.inline(picture),
                  picture.chapter(),
                  HtmlEscapers.htmlEscaper().escape(picture.caption())));
    }
    return page.append("</body>\n</html>\n").toString();
  }
}

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
      h2{font-size:1.2rem}
      figure{margin:2.5rem 0;break-inside:avoid}
      .picture{overflow-x:auto}
      .picture>svg{display:block;width:100%;min-width:44rem;height:auto}
      .narrow{display:none}
      @media (max-width:46rem){.narrow{display:block}}
      summary{cursor:pointer;margin-top:.5rem}
      .numbers{overflow-x:auto}
      table{border-collapse:collapse;margin:.5rem 0;font-size:.9rem;font-variant-numeric:tabular-nums}
      th,td{padding:.1rem .8rem .1rem 0;text-align:right;white-space:nowrap}
      th:first-child,td:first-child{text-align:left}
      figcaption>p{margin:.5rem 0 0;max-width:44rem}
      @media screen and (prefers-color-scheme:dark){body{color:#f0f6fc;background:#0d1117}}
      """;
  private static final String START =
      """
      @media print{.picture>svg{min-width:0}details{display:none}}
      </style>
      </head>
      <body>
      <main>
      <h1>How machines actually learn: the pictures</h1>
      <p>Every number was computed by the engine for this page. Colour never tells anything alone: lines are broken, points have forms, regions are hatched. Below each picture its numbers can be opened as a table.</p>
      <p class="narrow">On a narrow screen the pictures can be moved sideways.</p>
      """;

  private final StringBuilder page = new StringBuilder(HEAD).append(Svg.style()).append(START);

  private Album() {}

  /** The page. */
  static String of(List<Picture> pictures) {
    Album album = new Album();
    pictures.forEach(album::hang);
    return album.page.append("</main>\n</body>\n</html>\n").toString();
  }

  private void hang(Picture picture) {
    String title = escaped(picture.drawing().title());
    page.append(
        """
        <figure id="%s">
        <h2>Chapter %d: %s</h2>
        <div class="picture" role="region" aria-label="Picture: %s" tabindex="0">
        %s</div>
        <figcaption>
        <p>%s</p>
        """
            .formatted(
                picture.name(),
                picture.chapter(),
                title,
                title,
                Svg.inline(picture),
                escaped(picture.caption())));
    numbers(title, picture.sheet());
    page.append("</figcaption>\n</figure>\n");
  }

  private void numbers(String title, Sheet sheet) {
    page.append(
        """
        <details><summary>The numbers as a table</summary><div class="numbers" role="region" aria-label="Numbers: %s" tabindex="0"><table>
        """
            .formatted(title));
    page.append("<tr>");
    sheet.head().forEach(name -> cell("<th scope=\"col\">", name, "</th>"));
    for (List<String> row : sheet.rows()) {
      page.append("</tr>\n<tr>");
      row.forEach(number -> cell("<td>", number, "</td>"));
    }
    page.append("</tr>\n</table></div></details>\n");
  }

  private void cell(String open, String text, String close) {
    page.append(open).append(escaped(text)).append(close);
  }

  private static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }
}

package nn.core.model;

import com.google.common.base.CharMatcher;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/** Predictions as CSV: one column, one line a row, in the order of the input. */
public final class PredictionFile {
  /** In the header, what separates the cells of other files would be taken for a separator. */
  private static final QuoteStrategy QUOTES =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
          return CharMatcher.anyOf(";\t=").matchesAnyOf(value);
        }
      };

  private PredictionFile() {}

  /** The text of the file: a header with the target's name, then the answers. */
  public static String text(String column, List<String> answers) {
    StringWriter text = new StringWriter();
    // Without a buffer there is nothing left to flush.
    CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .quoteStrategy(QUOTES)
            .bufferSize(0)
            .build(text);
    csv.writeRecord(column);
    answers.forEach(csv::writeRecord);
    return text.toString();
  }

  /**
   * Saves the predictions; an existing file is replaced only when everything is on the disk.
   *
   * @throws ModelFileException if the folder is missing or the system refuses
   */
  public static void write(Path file, String column, List<String> answers) {
    SavedFile.write(file, text(column, answers));
  }
}

package nn.demo.terminal;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers what a {@link java.io.PrintStream} keeps to itself: a failure. */
public final class Sink extends FilterOutputStream {
  private @Nullable IOException failure;

  /** Passes everything on to the stream. */
  public Sink(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /** What to tell if output was lost; a reader that has read enough is no loss. */
  public Optional<String> lost() {
    String reason = failure == null ? "" : Strings.nullToEmpty(failure.getMessage());
    return failure == null || Ascii.toLowerCase(reason).contains("pipe")
        ? Optional.empty()
        : Optional.of(
            "Standard output could not be written (%s), so what is there is not complete. Free some space, or send it elsewhere."
                .formatted(reason));
  }
}

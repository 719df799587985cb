package nn.demo.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SinkTest {
  @Test
  void whatCouldNotBeWrittenIsTold() {
    assertEquals(
        Optional.of(
            "Standard output could not be written (No space left on device), so what is there is"
                + " not complete. Free some space, or send it elsewhere."),
        printed("No space left on device").lost());
  }

  @Test
  void aReaderThatHasReadEnoughIsNoLoss() {
    assertEquals(Optional.empty(), printed("Broken pipe").lost());
  }

  @Test
  void whatIsWrittenArrives() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Sink sink = new Sink(bytes);
    print(sink);
    assertEquals("prices\n", bytes.toString(StandardCharsets.UTF_8));
    assertEquals(Optional.empty(), sink.lost());
  }

  private static Sink printed(String refusal) {
    Sink sink =
        new Sink(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(refusal);
              }
            });
    print(sink);
    return sink;
  }

  private static void print(Sink sink) {
    PrintStream out = new PrintStream(sink, false, StandardCharsets.UTF_8);
    out.print("prices\n");
    out.flush();
  }
}

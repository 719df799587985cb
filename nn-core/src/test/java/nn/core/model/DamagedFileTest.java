package nn.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import nn.core.random.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedFileTest {
  private static final String REMEDY =
      "Expected a safetensors file of F32 and F64 tensors, as nn saves them;"
          + " save or copy it again.";

  @TempDir Path folder;

  /** Header, with ' for ", in front of eight bytes of data; what is wrong with it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          []           | its header is not a JSON object
          {'a          | its header is not JSON ('Unexpected end-of-input in field name')
          {} {}        | its header is not JSON ('Trailing token (of type START_OBJECT) found after value (...')
          {'__metadata__':3} | its __metadata__ is not a JSON object
          {'__metadata__':{'k':3}} | its metadata 'k' is not text
          {}           | its tensors take 0 bytes, but 8 follow the header
          {'w':5}      | the dtype of tensor 'w' is missing instead of F32 or F64
          {'w':{'dtype':'BF16'}} | the dtype of tensor 'w' is 'BF16' instead of F32 or F64
          {'w':{'dtype':'F32'}}  | tensor 'w' has no shape
          {'w':{'dtype':'F32','shape':[-1]}}  | the shape of tensor 'w' is not a list of lengths
          {'w':{'dtype':'F32','shape':[2.5]}} | the shape of tensor 'w' is not a list of lengths
          {'w':{'dtype':'F32','shape':[99999999999]}} | the shape of tensor 'w' is not a list of lengths
          {'w':{'dtype':'F32','shape':[2]}}   | tensor 'w' has no data_offsets of the form [begin, end]
          {'w':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}   | tensor 'w' has no data_offsets of the form [begin, end]
          {'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8,8]}} | tensor 'w' has no data_offsets of the form [begin, end]
          {'w':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}   | tensor 'w' has 8 bytes for 3 numbers of F32
          {'w':{'dtype':'F32','shape':[2000000000,2],'data_offsets':[0,16000000000]}} | tensor 'w' has 4000000000 numbers, at most 2147483639 fit
          {'w':{'dtype':'F32','shape':[2000000000],'data_offsets':[0,8000000000]}} | its tensors take 8000000000 bytes, but 8 follow the header
          {'w':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}   | tensors overlap or leave a gap: one begins at byte 4, 0 expected
          {'v':{'dtype':'F64','shape':[1],'data_offsets':[0,8]},'w':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | tensors overlap or leave a gap: one begins at byte 4, 8 expected
          {'w':{'dtype':'F64','shape':[1],'data_offsets':[0,8]},'w':{}} | its header is not JSON ('Duplicate field 'w'')
          {'__metadata__':{'k':'a','k':'b'}} | its header is not JSON ('Duplicate field 'k'')
          """)
  void aWrongHeaderIsNamed(String header, String wrong) throws IOException {
    assertRefused(file(header.replace('\'', '"')), wrong);
  }

  @Test
  void aFileTooShortForAHeaderIsNamed() throws IOException {
    assertRefused(new byte[] {1, 2, 3, 4, 5}, "it has 5 bytes, too few for any header");
  }

  @Test
  void aHeaderLongerThanTheFileIsNamed() throws IOException {
    byte[] bytes = {11, 0, 0, 0, 0, 0, 0, 0, '{', '}'};
    assertRefused(
        bytes, "its header should have 11 bytes, but 2 follow and at most 100000000 are allowed");
  }

  @Test
  void aLengthWithTheHighestBitSetIsNamedAsThePositiveNumberItIs() throws IOException {
    byte[] bytes = {-1, -1, -1, -1, -1, -1, -1, -1, '{', '}'};
    assertRefused(
        bytes,
        "its header should have 18446744073709551615 bytes, but 2 follow and at most 100000000 are"
            + " allowed");
  }

  @Test
  void aHeaderThatIsNoTextIsNamed() throws IOException {
    byte[] bytes = file("{}");
    bytes[9] = (byte) 0xff;
    assertRefused(bytes, "its header is not UTF-8 text");
  }

  @Test
  void aNameFromTheFileIsShownShortAndHarmless() throws IOException {
    String name = "\\u001b[2J" + "x".repeat(100);
    assertRefused(
        file("{\"" + name + "\":1}"),
        "the dtype of tensor '?[2J" + "x".repeat(53) + "...' is missing instead of F32 or F64");
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = valid();
    for (int length = 0; length < whole.length; length++) {
      Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
      assertThrows(ModelFileException.class, () -> Safetensors.read(file));
    }
  }

  @Test
  void twoThousandRandomDamagesAreReadOrRefusedInASentence() throws IOException {
    byte[] whole = valid();
    int read = 0;
    for (int seed = 0; seed < 2000; seed++) {
      Path file = Files.write(folder.resolve("fuzz"), damaged(whole, new SplitMix64(seed)));
      try {
        Safetensors.read(file);
        read++;
      } catch (ModelFileException e) {
        assertTrue(String.valueOf(e.getMessage()).endsWith(REMEDY), e.getMessage());
      }
    }
    assertTrue(read > 100 && read < 1500, "both outcomes must occur, read " + read);
  }

  /** One to four changed bytes, then perhaps a shorter or longer end. */
  private static byte[] damaged(byte[] whole, SplitMix64 random) {
    byte[] bytes = whole.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(bytes.length);
      byte other = bytes[random.nextInt(bytes.length)];
      bytes[at] = random.nextBoolean() ? other : (byte) random.nextInt(256);
    }
    boolean sameLength = random.nextInt(4) > 0;
    return sameLength ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length + 20));
  }

  private byte[] valid() throws IOException {
    Path file = folder.resolve("valid");
    new Safetensors(
            ImmutableMap.of("network", "4 relu, 1"),
            ImmutableMap.of(
                "w", Tensor.of(new float[8], 2, 4), "mean", Tensor.of(new double[3], 3)))
        .write(file);
    return Files.readAllBytes(file);
  }

  private static byte[] file(String header) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(16 + json.length).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.putLong(json.length).put(json).array();
  }

  private void assertRefused(byte[] bytes, String wrong) throws IOException {
    Path file = Files.write(folder.resolve("damaged.nn"), bytes);
    Exception e = assertThrows(ModelFileException.class, () -> Safetensors.read(file));
    assertEquals("Cannot read " + file + ": " + wrong + ". " + REMEDY, e.getMessage());
  }
}

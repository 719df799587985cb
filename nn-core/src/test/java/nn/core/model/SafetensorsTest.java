package nn.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Bytes;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import nn.core.random.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  @TempDir Path folder;

  @Test
  void aSmallFileIsExactlyTheBytesOfTheFormat() throws IOException {
    Tensor weights = Tensor.of(new float[] {1, -2}, 1, 2);
    content(ImmutableMap.of("a", "b"), "w", weights).write(file());
    assertArrayEquals(smallFile(), Files.readAllBytes(file()));
  }

  @Test
  void aSmallFileWrittenByHandIsRead() throws IOException {
    Files.write(file(), smallFile());
    Safetensors read = Safetensors.read(file());
    assertEquals(ImmutableMap.of("a", "b"), read.metadata());
    assertEquals(ImmutableIntArray.of(1, 2), read.tensor("w").shape());
    assertArrayEquals(new float[] {1, -2}, read.floats("w"));
  }

  /** 81 bytes of JSON, hence 7 spaces and a header of 88 = 0x58. */
  private static byte[] smallFile() {
    String header =
        "{\"__metadata__\":{\"a\":\"b\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}       ";
    return Bytes.concat(
        HexFormat.of().parseHex("5800000000000000"),
        header.getBytes(StandardCharsets.US_ASCII),
        HexFormat.of().parseHex("0000803f000000c0"));
  }

  @Test
  void withoutMetadataTheHeaderHasNone() throws IOException {
    new Safetensors(ImmutableMap.of(), ImmutableMap.of()).write(file());
    assertArrayEquals(
        Bytes.concat(
            HexFormat.of().parseHex("0800000000000000"),
            "{}      ".getBytes(StandardCharsets.US_ASCII)),
        Files.readAllBytes(file()));
    assertEquals(new Safetensors(ImmutableMap.of(), ImmutableMap.of()), Safetensors.read(file()));
  }

  @Test
  void everySingleComesBackBitForBit() {
    int[] bits = {0x7fc00001, 0x7f800001, 0xffc12345, 0x7f800000, 0xff800000, 0x80000000, 1, 0};
    float[] values = new float[bits.length];
    for (int i = 0; i < bits.length; i++) {
      values[i] = Float.intBitsToFloat(bits[i]);
    }
    Tensor.F32 read = (Tensor.F32) writtenAndRead(Tensor.of(values, 2, 4));
    for (int i = 0; i < bits.length; i++) {
      assertEquals(bits[i], Float.floatToRawIntBits(read.values()[i]));
    }
  }

  @Test
  void everyDoubleComesBackBitForBit() {
    double[] values = {
      Double.longBitsToDouble(0x7ff8000000000123L), Double.NEGATIVE_INFINITY, -0.0, 0.1, 4.9e-324
    };
    Tensor.F64 read = (Tensor.F64) writtenAndRead(Tensor.of(values, 5));
    for (int i = 0; i < values.length; i++) {
      assertEquals(
          Double.doubleToRawLongBits(values[i]), Double.doubleToRawLongBits(read.values()[i]));
    }
  }

  @Test
  void numbersBeyondOneChunkComeBackInOrder() {
    SplitMix64 random = new SplitMix64(5);
    float[] singles = new float[50_001];
    double[] doubles = new double[30_001];
    for (int i = 0; i < singles.length; i++) {
      singles[i] = random.nextFloat();
    }
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = random.nextDouble();
    }
    new Safetensors(
            ImmutableMap.of(),
            ImmutableMap.of("z", Tensor.of(singles, 50_001), "a", Tensor.of(doubles, 30_001)))
        .write(file());
    Safetensors read = Safetensors.read(file());
    assertEquals(List.of("z", "a"), read.tensors().keySet().asList());
    assertArrayEquals(singles, read.floats("z"));
    assertArrayEquals(doubles, read.doubles("a"));
  }

  @Test
  void aTensorWithoutNumbersAndOneWithoutAxesAreKept() {
    assertEquals(0, writtenAndRead(Tensor.of(new float[0], 3, 0)).size());
    assertEquals(1, writtenAndRead(Tensor.of(new double[] {7})).size());
  }

  @Test
  void tensorsInAnotherOrderThanTheirNamesAreReadFromTheirPlaces() throws IOException {
    String json =
        "{\"late\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]},"
            + "\"early\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]}}";
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length() + 8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length()).put(json.getBytes(StandardCharsets.UTF_8)).putFloat(1).putFloat(2);
    Files.write(file(), bytes.array());
    Safetensors read = Safetensors.read(file());
    assertArrayEquals(new float[] {2}, read.floats("late"));
    assertArrayEquals(new float[] {1}, read.floats("early"));
  }

  @Test
  void metadataKeepsItsOrderAndAnyText() {
    ImmutableMap<String, String> metadata =
        ImmutableMap.of("z", "zwei \u20ac \ud83e\udde0", "a", "\"\\\n\t", "", "");
    new Safetensors(metadata, ImmutableMap.of()).write(file());
    assertEquals(
        metadata.entrySet().asList(), Safetensors.read(file()).metadata().entrySet().asList());
  }

  @Test
  void equalContentGivesEqualBytes() throws IOException {
    Safetensors content =
        content(ImmutableMap.of("k", "v"), "w", Tensor.of(new float[] {1, 2, 3}, 3));
    content.write(file());
    content.write(folder.resolve("second"));
    assertEquals(-1, Files.mismatch(file(), folder.resolve("second")));
  }

  @Test
  void aShapeThatDoesNotHoldTheNumbersIsRefused() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Tensor.of(new float[] {1, 2, 3}, 2, 2));
    assertEquals("shape [2, 2] does not hold exactly 3 numbers", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Tensor.of(new double[2], -1, -2));
  }

  @Test
  void theNameOfTheMetadataIsNoTensorName() {
    Tensor one = Tensor.of(new float[1], 1);
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> content(ImmutableMap.of(), "__metadata__", one));
    assertEquals(
        "A tensor cannot be called __metadata__: the format keeps this name; choose another",
        e.getMessage());
  }

  @Test
  void aMissingTensorIsNamedAmongThoseThatAreThere() {
    Safetensors content = content(ImmutableMap.of(), "w", Tensor.of(new float[2], 2));
    String rest =
        ", only ['w' (F32)]. It was written by another program or version; save the model again.";
    Exception absent = assertThrows(ModelFileException.class, () -> content.tensor("b"));
    assertEquals("The model file has no tensor 'b'" + rest, absent.getMessage());
    Exception wide = assertThrows(ModelFileException.class, () -> content.doubles("w"));
    assertEquals("The model file has no tensor 'w' of type F64" + rest, wide.getMessage());
  }

  @Test
  void ofManyTensorsTheFirstTenAreNamed() {
    ImmutableMap.Builder<String, Tensor> many = ImmutableMap.builder();
    for (int i = 0; i < 11; i++) {
      many.put("t" + i, Tensor.of(new double[0], 0));
    }
    Safetensors content = new Safetensors(ImmutableMap.of(), many.buildOrThrow());
    Exception e = assertThrows(ModelFileException.class, () -> content.floats("t3"));
    assertTrue(String.valueOf(e.getMessage()).contains("'t9' (F64), ...]. "), e.getMessage());
  }

  @Test
  void theHashIsSha256OverLittleEndianBytes() throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putFloat(1.5f).putFloat(-0.0f).putFloat(3e-40f);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
    String expected = HexFormat.of().formatHex(digest);
    assertEquals(expected, Safetensors.sha256(new float[] {1.5f, -0.0f, 3e-40f}));
    assertEquals(expected, Safetensors.sha256(new float[] {1.5f}, new float[] {-0.0f, 3e-40f}));
    assertNotEquals(expected, Safetensors.sha256(new float[] {1.5f, 0.0f, 3e-40f}));
  }

  private Tensor writtenAndRead(Tensor tensor) {
    content(ImmutableMap.of(), "t", tensor).write(file());
    Tensor read = Safetensors.read(file()).tensor("t");
    assertEquals(tensor.shape(), read.shape());
    return read;
  }

  private static Safetensors content(
      ImmutableMap<String, String> metadata, String name, Tensor tensor) {
    return new Safetensors(metadata, ImmutableMap.of(name, tensor));
  }

  private Path file() {
    return folder.resolve("model.nn");
  }
}

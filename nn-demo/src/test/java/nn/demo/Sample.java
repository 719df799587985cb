package nn.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import nn.core.random.SplitMix64;

/** Small data files, the same every time. */
public final class Sample {
  /** Rows of {@link #houses}. */
  public static final int HOUSES = 60;

  /** Images of {@link #images}. */
  public static final int IMAGES = 40;

  private static final String[] TOWNS = {"north", "south", "east"};
  private static final int PIXELS = 12;

  private Sample() {}

  /** Houses with an identifier, text, missing cells and a constant column; target price. */
  public static Path houses(Path folder) {
    SplitMix64 random = new SplitMix64(3);
    StringBuilder csv = new StringBuilder("id,size,rooms,town,built,flat,price\n");
    for (int i = 1; i <= HOUSES; i++) {
      int size = 50 + random.nextInt(150);
      int rooms = 1 + random.nextInt(6);
      String town = TOWNS[random.nextInt(TOWNS.length)];
      String built = i % 9 == 0 ? "" : String.valueOf(1950 + random.nextInt(70));
      int price = 200 * size + 1000 * rooms + random.nextInt(1000);
      csv.append("%d,%d,%d,%s,%s,7,%d\n".formatted(i, size, rooms, town, built, price));
    }
    return text(folder, "houses.csv", csv.toString());
  }

  /** Points inside (yes) and outside (no) of a circle; target inside. */
  public static Path circle(Path folder) {
    SplitMix64 random = new SplitMix64(4);
    StringBuilder csv = new StringBuilder("x,y,inside\n");
    for (int i = 0; i < 200; i++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      csv.append(x).append(',').append(y).append(x * x + y * y < 1.4 ? ",yes\n" : ",no\n");
    }
    return text(folder, "circle.csv", csv.toString());
  }

  /** Three clouds of points; target kind, one of a, b, c. */
  public static Path clouds(Path folder) {
    SplitMix64 random = new SplitMix64(5);
    StringBuilder csv = new StringBuilder("x,y,kind\n");
    for (int i = 0; i < 150; i++) {
      double x = 4 * (i % 3) + random.nextGaussian();
      double y = 3 * (i % 2) + random.nextGaussian();
      csv.append(x).append(',').append(y).append(',').append("abc".charAt(i % 3)).append('\n');
    }
    return text(folder, "clouds.csv", csv.toString());
  }

  /** IDX images of 4 x 3 pixels, of the two kinds of {@link #labels}. */
  public static Path images(Path folder) {
    SplitMix64 random = new SplitMix64(6);
    ByteBuffer bytes = ByteBuffer.allocate(16 + IMAGES * PIXELS);
    bytes.putInt(0x0803).putInt(IMAGES).putInt(4).putInt(3);
    for (int i = 0; i < IMAGES; i++) {
      for (int p = 0; p < PIXELS; p++) {
        bytes.put((byte) (p % 2 == i % 2 ? 200 : random.nextInt(40)));
      }
    }
    return bytes(folder, "images.idx", bytes.array());
  }

  /** Labels 3 and 4 in turns, compressed. */
  public static Path labels(Path folder) {
    ByteBuffer bytes = ByteBuffer.allocate(8 + IMAGES).putInt(0x0801).putInt(IMAGES);
    for (int i = 0; i < IMAGES; i++) {
      bytes.put((byte) (3 + i % 2));
    }
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes(folder, "labels.idx.gz", zipped.toByteArray());
  }

  /** A file with this text. */
  public static Path text(Path folder, String name, String text) {
    return bytes(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file with these bytes. */
  public static Path bytes(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package nn.core.data;

import java.util.stream.IntStream;
import nn.api.Rows;
import nn.core.data.Feature.Pixels;

/** Grey images of one size, read by {@link Idx}; each pixel is a byte, 0 to 255. */
public final class Images {
  private static final int WHITE = 255;

  private final String name;
  private final byte[] bytes;
  private final int start;
  private final int count;
  private final int height;
  private final int width;

  /** Images that stand in the array from {@code start} on, one after the other. */
  Images(String name, byte[] bytes, int start, int count, int height, int width) {
    this.name = name;
    this.bytes = bytes;
    this.start = start;
    this.count = count;
    this.height = height;
    this.width = width;
  }

  /** The file's name; for messages. */
  public String name() {
    return name;
  }

  /** How many images. */
  public int count() {
    return count;
  }

  /** Pixels from top to bottom. */
  public int height() {
    return height;
  }

  /** Pixels from left to right. */
  public int width() {
    return width;
  }

  /** The numbers of all images: 0, 1, ..., count - 1. */
  public int[] rows() {
    return IntStream.range(0, count).toArray();
  }

  /** Pixel {@code p} of an image, line by line from the top left corner: 0 to 255. */
  public int pixel(int image, int p) {
    return Byte.toUnsignedInt(bytes[start + image * height * width + p]);
  }

  /** What they become: each pixel divided by 255. */
  Pixels feature() {
    return new Pixels(height * width, WHITE);
  }

  /**
   * The given images as the numbers a preparation asks for: one row an image.
   *
   * @throws DataException if the preparation is for a table, or for images of another size
   */
  public Rows features(Preparation preparation, int[] rows) {
    Pixels pixels = requirePixels(preparation);
    Rows out = Encoder.zeros(rows.length, pixels.count());
    for (int r = 0; r < rows.length; r++) {
      for (int p = 0; p < pixels.count(); p++) {
        out.data()[out.at(r) + p] = (float) (pixel(rows[r], p) / pixels.scale());
      }
    }
    return out;
  }

  private Pixels requirePixels(Preparation preparation) {
    Feature first = preparation.features().get(0);
    if (!(first instanceof Pixels pixels)) {
      throw new DataException(
          "The model reads tables, and %s holds images; give it a CSV file with the column \"%s\".",
          name, first.column());
    }
    if (pixels.count() != height * width) {
      throw new DataException(
          "The model reads images of %s pixels, those of %s have %s (%s x %s); give it images of the same size.",
          pixels.count(), name, height * width, height, width);
    }
    return pixels;
  }
}

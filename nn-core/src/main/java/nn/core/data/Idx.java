package nn.core.data;

import static java.util.Objects.requireNonNullElse;

import com.google.common.base.Strings;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads the IDX files that MNIST and its kin come in, compressed by gzip or not: a magic number,
 * the sizes as big-endian 32-bit numbers, then bytes.
 *
 * <p>Source: LeCun, Cortes, Burges: The MNIST database of handwritten digits, file formats.
 */
public final class Idx {
  private static final int IMAGES = 0x0803;
  private static final int LABELS = 0x0801;
  private static final int GZIP = 0x1f8b;
  private static final int LARGEST_SIDE = 0xffff;

  private final String name;
  private final ByteBuffer bytes;

  private Idx(Path file) {
    this.name = FileName.of(file);
    this.bytes = ByteBuffer.wrap(bytes(file));
  }

  /**
   * Reads images and their labels.
   *
   * @throws DataException if a file is absent, is no such file, has too few or too many bytes, or
   *     there are not as many labels as images
   */
  public static ImageSource read(Path images, Path labels) {
    Images read = images(images);
    Idx file = new Idx(labels);
    int[] numbers = file.readLabels();
    if (numbers.length != read.count()) {
      throw new DataException(
          "%s has %s images and %s has %s labels; give two files that belong together.",
          read.name(), read.count(), file.name, numbers.length);
    }
    return new ImageSource(read, numbers);
  }

  /**
   * Reads images without labels.
   *
   * @throws DataException if the file is absent, is no such file, or has too few or too many bytes
   */
  public static Images images(Path file) {
    return new Idx(file).readImages();
  }

  private Images readImages() {
    requireMagic(IMAGES, "images");
    int count = readSize(Integer.MAX_VALUE);
    int height = readSize(LARGEST_SIDE);
    int width = readSize(LARGEST_SIDE);
    requireRemaining((long) count * (height * (long) width));
    return new Images(name, bytes.array(), bytes.position(), count, height, width);
  }

  private int[] readLabels() {
    requireMagic(LABELS, "labels");
    int count = readSize(Integer.MAX_VALUE);
    requireRemaining(count);
    int start = bytes.position();
    return IntStream.range(0, count).map(i -> Byte.toUnsignedInt(bytes.get(start + i))).toArray();
  }

  private void requireMagic(int magic, String what) {
    int found = readNumber();
    if (found != magic) {
      String swapped = found == (magic ^ IMAGES ^ LABELS) ? " Are images and labels swapped?" : "";
      throw new DataException(
          "%s holds no IDX %s: it starts with %s, they with %s; give another file.%s",
          name, what, hex(found), hex(magic), swapped);
    }
  }

  private static String hex(int number) {
    return "0x" + Strings.padStart(Integer.toHexString(number), 8, '0');
  }

  private int readSize(int most) {
    int size = readNumber();
    if (size < 1 || size > most) {
      throw new DataException(
          "%s is damaged: its header has a size of %s, expected 1 to %s; get it anew.",
          name, Integer.toUnsignedString(size), most);
    }
    return size;
  }

  private int readNumber() {
    if (bytes.remaining() < Integer.BYTES) {
      throw new DataException(
          "%s ends inside its header, after %s bytes; give a complete IDX file.",
          name, bytes.limit());
    }
    return bytes.getInt();
  }

  private void requireRemaining(long expected) {
    if (bytes.remaining() != expected) {
      throw new DataException(
          "%s has %s bytes after its header, expected %s; get it anew.",
          name, bytes.remaining(), expected);
    }
  }

  private static byte[] bytes(Path file) {
    FileName.requireFile(file);
    try (InputStream in = open(file)) {
      return in.readAllBytes();
    } catch (EOFException | ZipException e) {
      throw new DataException(
          e,
          "%s is incomplete or damaged gzip data (%s); get it anew.",
          FileName.of(file),
          requireNonNullElse(e.getMessage(), "it ends inside its header"));
    } catch (IOException e) {
      throw FileName.unreadable(file, e);
    }
  }

  @SuppressWarnings("StreamResourceLeak")
  private static InputStream open(Path file) throws IOException {
    return isGzip(file)
        ? new GZIPInputStream(Files.newInputStream(file))
        : Files.newInputStream(file);
  }

  private static boolean isGzip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      return start.length == 2 && ByteBuffer.wrap(start).getShort() == (short) GZIP;
    }
  }
}

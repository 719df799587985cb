package nn.core.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Funnels;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Named tensors and text in one file: the safetensors format, which other tools read too.
 *
 * <p>A file is the length of its header as eight little-endian bytes, the header as JSON padded
 * with spaces to a multiple of eight, then the numbers, little-endian, in the header's order. Equal
 * content gives equal bytes. Of the format's number types F32 and F64 are supported.
 *
 * @param metadata text by key, in order
 * @param tensors tensors by name, in order
 * @see <a href="https://github.com/huggingface/safetensors#format">The format</a>
 */
public record Safetensors(
    ImmutableMap<String, String> metadata, ImmutableMap<String, Tensor> tensors) {
  private static final String REMEDY =
      "Expected a safetensors file of F32 and F64 tensors, as nn saves them; save or copy it again";

  /** The format's own limit: 100 million bytes. */
  private static final long LONGEST_HEADER = 100_000_000;

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if a tensor is called {@code __metadata__}
   */
  public Safetensors {
    checkArgument(
        !tensors.containsKey(Header.METADATA),
        "A tensor cannot be called %s: the format keeps this name; choose another",
        Header.METADATA);
  }

  /**
   * The tensor of the given name.
   *
   * @throws ModelFileException if there is none
   */
  public Tensor tensor(String name) {
    Tensor found = tensors.get(name);
    if (found == null) {
      throw missing(name, "");
    }
    return found;
  }

  /**
   * The numbers of the F32 tensor of the given name, not copied.
   *
   * @throws ModelFileException if there is none, or it is of another type
   */
  public float[] floats(String name) {
    if (tensor(name) instanceof Tensor.F32 single) {
      return single.values();
    }
    throw missing(name, " of type F32");
  }

  /**
   * The numbers of the F64 tensor of the given name, not copied.
   *
   * @throws ModelFileException if there is none, or it is of another type
   */
  public double[] doubles(String name) {
    if (tensor(name) instanceof Tensor.F64 wide) {
      return wide.values();
    }
    throw missing(name, " of type F64");
  }

  private ModelFileException missing(String name, String type) {
    return new ModelFileException(
        "The model file has no tensor %s%s, only %s. It was written by another program or version; save the model again."
            .formatted(Damage.quoted(name), type, names()));
  }

  private String names() {
    return tensors.entrySet().stream()
        .limit(10)
        .map(named -> Damage.quoted(named.getKey()) + " (" + DataType.of(named.getValue()) + ")")
        .collect(Collectors.joining(", ", "[", tensors.size() > 10 ? ", ...]" : "]"));
  }

  /**
   * Saves the content so that the file is either complete or not there: an existing file stays as
   * it is unless everything is on the disk.
   *
   * @throws ModelFileException if the folder is missing or the system refuses
   */
  public void write(Path file) {
    SavedFile.write(file, this::writeTo);
  }

  private void writeTo(FileChannel out) throws IOException {
    byte[] header = Header.of(this).bytes();
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    DataType.writeAll(length.putLong(header.length).flip(), out);
    DataType.writeAll(ByteBuffer.wrap(header), out);
    for (Tensor tensor : tensors.values()) {
      DataType.write(tensor, out);
    }
  }

  /**
   * Reads a whole file.
   *
   * @throws ModelFileException if the file is missing, damaged, or something else
   */
  public static Safetensors read(Path file) {
    checkReadable(file);
    try {
      return Uninterrupted.run(() -> content(file));
    } catch (Damage e) {
      throw new ModelFileException(
          "Cannot read %s: %s. %s.".formatted(file, e.getMessage(), REMEDY), e);
    } catch (IOException e) {
      throw new ModelFileException(
          "Cannot read %s: %s. Check that the file is complete and that you may read it."
              .formatted(file, SavedFile.reason(e)),
          e);
    }
  }

  private static void checkReadable(Path file) {
    if (file.toString().isEmpty()) {
      throw new ModelFileException("The name of the model file is empty. Write its path.");
    }
    if (!Files.exists(file)) {
      throw new ModelFileException(
          "Cannot read %s: there is no such file. Check the name; the full path is %s."
              .formatted(file, file.toAbsolutePath()));
    }
    if (!Files.isRegularFile(file)) {
      throw new ModelFileException(
          "Cannot read %s: it is %s. Name the model file itself."
              .formatted(file, Files.isDirectory(file) ? "a folder" : "not a regular file"));
    }
  }

  private static Safetensors content(Path file) throws IOException, Damage {
    try (FileChannel in = FileChannel.open(file)) {
      return content(in);
    }
  }

  private static Safetensors content(FileChannel in) throws IOException, Damage {
    Header header = header(in);
    long data = in.position();
    ImmutableMap.Builder<String, Tensor> tensors = ImmutableMap.builder();
    for (Map.Entry<String, Header.Entry> named : header.entries().entrySet()) {
      Header.Entry entry = named.getValue();
      in.position(data + entry.begin());
      tensors.put(named.getKey(), entry.type().read(in, entry.shape(), entry.size()));
    }
    return new Safetensors(header.metadata(), tensors.buildOrThrow());
  }

  private static Header header(FileChannel in) throws IOException, Damage {
    if (in.size() < Long.BYTES) {
      throw new Damage("it has %s bytes, too few for any header", in.size());
    }
    ByteBuffer first = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    DataType.readAll(in, first);
    long length = first.flip().getLong();
    long rest = in.size() - Long.BYTES;
    if (length < 0 || length > Math.min(rest, LONGEST_HEADER)) {
      checkBrace(in);
      throw new Damage(
          "its header should have %s bytes, but %s follow and at most %s are allowed",
          Long.toUnsignedString(length), rest, LONGEST_HEADER);
    }
    ByteBuffer header = ByteBuffer.allocate((int) length);
    DataType.readAll(in, header);
    return Header.parse(header.flip(), rest - length);
  }

  /** Tells a file of another kind from a damaged one: a header is a JSON object. */
  private static void checkBrace(FileChannel in) throws IOException, Damage {
    ByteBuffer next = ByteBuffer.allocate(1);
    if (in.read(next) == 1 && next.get(0) != '{') {
      throw new Damage("it is a file of another kind");
    }
  }

  /**
   * SHA-256 over the numbers as little-endian bytes, array after array, in lower-case hexadecimal:
   * equal exactly when every bit is, so 0 and -0 differ.
   */
  public static String sha256(float[]... arrays) {
    Hasher hasher = Hashing.sha256().newHasher();
    WritableByteChannel out = Channels.newChannel(Funnels.asOutputStream(hasher));
    try {
      for (float[] array : arrays) {
        DataType.write(Tensor.of(array, array.length), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a hasher never refuses
    }
    return hasher.hash().toString();
  }
}

package nn.core.model;

import com.google.common.primitives.ImmutableIntArray;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** How numbers lie in the file, by the format's own names; always little-endian. */
enum DataType {
  /** IEEE 754 single precision. */
  F32(Float.BYTES),
  /** IEEE 754 double precision. */
  F64(Double.BYTES);

  private static final int CHUNK = 1 << 16;

  final int bytes;

  DataType(int bytes) {
    this.bytes = bytes;
  }

  static DataType of(Tensor tensor) {
    return tensor instanceof Tensor.F32 ? F32 : F64;
  }

  static void write(Tensor tensor, WritableByteChannel out) throws IOException {
    ByteBuffer chunk = chunk();
    int bytes = of(tensor).bytes;
    for (int left = tensor.size(); left > 0; left -= CHUNK / bytes) {
      int count = Math.min(CHUNK / bytes, left);
      encode(tensor, tensor.size() - left, count, chunk.clear());
      writeAll(chunk.limit(count * bytes), out);
    }
  }

  static void writeAll(ByteBuffer from, WritableByteChannel out) throws IOException {
    while (from.hasRemaining()) {
      out.write(from);
    }
  }

  /** Reads numbers of this type until the shape is full. */
  Tensor read(ReadableByteChannel in, ImmutableIntArray shape, int size) throws IOException {
    Tensor tensor =
        this == F32
            ? new Tensor.F32(shape, new float[size])
            : new Tensor.F64(shape, new double[size]);
    ByteBuffer chunk = chunk();
    for (int left = size; left > 0; left -= CHUNK / bytes) {
      int count = Math.min(CHUNK / bytes, left);
      readAll(in, chunk.clear().limit(count * bytes));
      decode(chunk.flip(), tensor, size - left, count);
    }
    return tensor;
  }

  static void readAll(ReadableByteChannel in, ByteBuffer to) throws IOException {
    while (to.hasRemaining()) {
      if (in.read(to) < 0) {
        throw new EOFException("it became shorter while being read");
      }
    }
  }

  private static ByteBuffer chunk() {
    return ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void encode(Tensor tensor, int from, int count, ByteBuffer chunk) {
    if (tensor instanceof Tensor.F32 single) {
      chunk.asFloatBuffer().put(single.values(), from, count);
    } else if (tensor instanceof Tensor.F64 wide) {
      chunk.asDoubleBuffer().put(wide.values(), from, count);
    }
  }

  private static void decode(ByteBuffer chunk, Tensor tensor, int from, int count) {
    if (tensor instanceof Tensor.F32 single) {
      chunk.asFloatBuffer().get(single.values(), from, count);
    } else if (tensor instanceof Tensor.F64 wide) {
      chunk.asDoubleBuffer().get(wide.values(), from, count);
    }
  }
}

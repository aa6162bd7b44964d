package org.backproof.nn.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.backproof.core.tensor.Tensor;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sinks;

/** Contents of MATLAB files: whole ones by the library's writer, broken ones element by element. */
final class MatBytes {
  static final int MATRIX = 14;
  private static final int COMPRESSED = 15;
  private static final int INT8 = 1;
  private static final int INT32 = 5;
  private static final int UINT32 = 6;
  private static final int DOUBLE = 9;

  private final Mat5File file = Mat5.newMatFile();
  private int deflateLevel = Deflater.NO_COMPRESSION;

  MatBytes compressed() {
    deflateLevel = Deflater.BEST_SPEED;
    return this;
  }

  MatBytes add(String name, Array array) {
    file.addArray(name, array);
    return this;
  }

  MatBytes add(String name, Tensor matrix) {
    return add(name, matrix, MatlabType.Double);
  }

  MatBytes add(String name, Tensor matrix, MatlabType type) {
    Matrix array = Mat5.newMatrix(matrix.size(0), matrix.size(1), type);
    for (int row = 0; row < matrix.size(0); row++) {
      for (int column = 0; column < matrix.size(1); column++) {
        array.setDouble(row, column, matrix.get(row, column));
      }
    }
    return add(name, array);
  }

  byte[] toBytes() {
    ByteBuffer buffer = ByteBuffer.allocate((int) file.getUncompressedSerializedSize() + 4096);
    try {
      Mat5.newWriter(Sinks.wrap(buffer)).setDeflateLevel(deflateLevel).writeMat(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  /** A file of the given elements. */
  static byte[] file(byte[]... elements) {
    byte[] header = new byte[124];
    byte[] text = "MATLAB 5.0 MAT-file".getBytes(US_ASCII);
    System.arraycopy(text, 0, header, 0, text.length);
    return concatenate(concatenate(header, new byte[] {0, 1, 'I', 'M'}), concatenate(elements));
  }

  /** A tag that claims a number of bytes, and what really follows. */
  static byte[] element(int type, int claimedBytes, byte[]... content) {
    return concatenate(ints(type, claimedBytes), concatenate(content));
  }

  /** A tag, the content, and zeros up to a multiple of 8 bytes. */
  static byte[] element(int type, byte[]... content) {
    byte[] whole = concatenate(content);
    return element(type, whole.length, whole, new byte[Math.floorMod(-whole.length, 8)]);
  }

  /** An element in compressed form, which is not filled up. */
  static byte[] compress(byte[] element) {
    byte[] compressed = deflate(element);
    return element(COMPRESSED, compressed.length, compressed);
  }

  /** The head of a variable: its class and flags, its sizes, its name. */
  static byte[] variable(String name, int arrayFlags, int... sizes) {
    return concatenate(
        element(UINT32, ints(arrayFlags, 0)),
        element(INT32, ints(sizes)),
        element(INT8, name.getBytes(US_ASCII)));
  }

  /** A variable of MATLAB's class {@code string}, which the format's description leaves out. */
  static byte[] object(String name) {
    return element(
        MATRIX,
        element(UINT32, ints(17, 0)),
        element(INT8, name.getBytes(US_ASCII)),
        element(INT8, "MCOS".getBytes(US_ASCII)),
        element(INT8, "string".getBytes(US_ASCII)),
        element(MATRIX, variable("", 6, 1, 1), element(DOUBLE, new byte[8])));
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    byte[] compressed = new byte[content.length + 64];
    int length = deflater.deflate(compressed);
    deflater.end();
    return Arrays.copyOf(compressed, length);
  }

  private static byte[] ints(int... values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asIntBuffer().put(values);
    return buffer.array();
  }

  private static byte[] concatenate(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}

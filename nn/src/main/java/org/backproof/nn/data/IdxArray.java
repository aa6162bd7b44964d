package org.backproof.nn.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An array of unsigned bytes in the IDX format of MNIST: two zero bytes, the type of the entries (8
 * for these), the rank, a big-endian int for each size, then the entries in row-major order.
 */
final class IdxArray {
  private final int[] sizes;
  private final ByteBuffer entries;

  private IdxArray(int[] sizes, ByteBuffer entries) {
    this.sizes = sizes;
    this.entries = entries;
  }

  /** Whether a file begins like an IDX file of any of its six types, 8 to 14. */
  static boolean isBegunBy(String beginning) {
    return beginning.length() >= 4
        && beginning.startsWith("\0\0")
        && beginning.charAt(2) >= 8
        && beginning.charAt(2) <= 14;
  }

  /**
   * Reads an array of a known rank.
   *
   * @param name what it holds, for messages
   */
  static IdxArray read(InputFile file, String name, int rank) {
    byte[] content = file.content();
    String expected = "0000080" + rank;
    String found = HexFormat.of().formatHex(content, 0, Math.min(content.length, 4));
    if (!found.equals(expected)) {
      throw file.error(
          "begins with the bytes %s, but an IDX file of %s (unsigned bytes, rank %s) with %s; give"
              + " the right file",
          found, name, rank, expected);
    }
    ByteBuffer in = ByteBuffer.wrap(content, 4, content.length - 4);
    if (in.remaining() < rank * Integer.BYTES) {
      throw file.error("ends within its header; it is truncated, fetch it again");
    }
    int[] sizes = new int[rank];
    Arrays.setAll(sizes, axis -> in.getInt());
    int count = file.count("the array of " + name, sizes);
    if (count != in.remaining()) {
      throw file.error(
          "claims %s = %s bytes of %s, but %s follow; it is truncated or damaged, fetch it again",
          InputFile.text(sizes), count, name, in.remaining());
    }
    return new IdxArray(sizes, in.slice());
  }

  int size(int axis) {
    return sizes[axis];
  }

  /** The entries in row-major order, each 0 to 255. */
  double[] toArray() {
    double[] values = new double[entries.limit()];
    Arrays.setAll(values, i -> Byte.toUnsignedInt(entries.get(i)));
    return values;
  }
}

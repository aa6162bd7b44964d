package org.backproof.nn.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Contents of IDX files. */
final class IdxBytes {
  private IdxBytes() {}

  /** An array of unsigned bytes, whose sizes may claim what they like. */
  static byte[] array(int[] sizes, int... entries) {
    ByteBuffer buffer =
        ByteBuffer.allocate(Integer.BYTES * (1 + sizes.length) + entries.length)
            .putInt(0x800 | sizes.length);
    for (int size : sizes) {
      buffer.putInt(size);
    }
    for (int entry : entries) {
      buffer.put((byte) entry);
    }
    return buffer.array();
  }

  static byte[] labels(int... labels) {
    return array(new int[] {labels.length}, labels);
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}

package org.backproof.nn.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.InflaterInputStream;
import us.hebi.matlab.mat.types.Source;

/**
 * Bytes for the MATLAB library, plain or inflated as they are read. The library's own sources
 * convert numbers by {@code sun.misc.Unsafe}, of which newer JDKs warn and which is going to be
 * removed; this one needs none, and never allocates more than there is to read.
 */
final class MatSource implements Source {
  private final InputStream in;
  private ByteOrder order = ByteOrder.nativeOrder();
  private long position;

  MatSource(InputStream in) {
    this.in = in;
  }

  private ByteBuffer take(long bytes) throws IOException {
    byte[] taken = in.readNBytes(Math.toIntExact(bytes));
    if (taken.length < bytes) {
      throw new EOFException(bytes + " bytes are expected, but " + taken.length + " follow");
    }
    position += bytes;
    return ByteBuffer.wrap(taken).order(order);
  }

  @Override
  public MatSource order(ByteOrder newOrder) {
    order = newOrder;
    return this;
  }

  @Override
  public ByteOrder order() {
    return order;
  }

  @Override
  public long getPosition() {
    return position;
  }

  @Override
  public byte readByte() throws IOException {
    return take(Byte.BYTES).get();
  }

  @Override
  public void readBytes(byte[] buffer, int offset, int length) throws IOException {
    take(length).get(buffer, offset, length);
  }

  @Override
  public short readShort() throws IOException {
    return take(Short.BYTES).getShort();
  }

  @Override
  public void readShorts(short[] buffer, int offset, int length) throws IOException {
    take((long) length * Short.BYTES).asShortBuffer().get(buffer, offset, length);
  }

  @Override
  public int readInt() throws IOException {
    return take(Integer.BYTES).getInt();
  }

  @Override
  public void readInts(int[] buffer, int offset, int length) throws IOException {
    take((long) length * Integer.BYTES).asIntBuffer().get(buffer, offset, length);
  }

  @Override
  public long readLong() throws IOException {
    return take(Long.BYTES).getLong();
  }

  @Override
  public void readLongs(long[] buffer, int offset, int length) throws IOException {
    take((long) length * Long.BYTES).asLongBuffer().get(buffer, offset, length);
  }

  @Override
  public float readFloat() throws IOException {
    return take(Float.BYTES).getFloat();
  }

  @Override
  public void readFloats(float[] buffer, int offset, int length) throws IOException {
    take((long) length * Float.BYTES).asFloatBuffer().get(buffer, offset, length);
  }

  @Override
  public double readDouble() throws IOException {
    return take(Double.BYTES).getDouble();
  }

  @Override
  public void readDoubles(double[] buffer, int offset, int length) throws IOException {
    take((long) length * Double.BYTES).asDoubleBuffer().get(buffer, offset, length);
  }

  @Override
  public void readByteBuffer(ByteBuffer buffer) throws IOException {
    buffer.put(take(buffer.remaining()));
  }

  @Override
  public void skip(long bytes) throws IOException {
    in.skipNBytes(bytes);
    position += bytes;
  }

  @Override
  public MatSource readInflated(int bytes, int bufferSize) throws IOException {
    InputStream compressed = new ByteArrayInputStream(take(bytes).array());
    return new MatSource(new InflaterInputStream(compressed)).order(order);
  }

  @Override
  public boolean isMutatedByChildren() {
    return false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

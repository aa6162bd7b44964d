package org.backproof.nn.data;

import com.google.common.math.LongMath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import us.hebi.matlab.mat.format.BufferAllocator;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.format.Mat5Tag;
import us.hebi.matlab.mat.format.Mat5Type;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Source;

/**
 * The MATLAB library's reader, held to what a file of some length can contain; by itself it would
 * allocate whatever the file claims.
 */
final class MatReader extends Mat5Reader implements BufferAllocator {
  /** The most by which deflate compresses. */
  private static final int DEFLATE_RATIO = 1032;

  private final InputFile file;
  private final long mostBytes;

  private MatReader(InputFile file, Source source, long mostBytes) {
    super(source);
    this.file = file;
    this.mostBytes = Math.min(mostBytes, (long) InputFile.MAX_NUMBERS * Double.BYTES);
  }

  /** A reader that offers each variable to a filter before it reads the variable's numbers. */
  static Mat5Reader of(InputFile file, EntryFilter filter) {
    MatSource source = new MatSource(new ByteArrayInputStream(file.content()));
    return new MatReader(file, source, file.content().length).with(filter);
  }

  private Mat5Reader with(EntryFilter newFilter) {
    return setEntryFilter(newFilter).setBufferAllocator(this).disableSubsystemProcessing();
  }

  @Override
  protected Mat5Reader createChildReader(Source inflated) {
    long most = LongMath.saturatedMultiply(mostBytes, DEFLATE_RATIO);
    return new MatReader(file, inflated, most).with(filter);
  }

  @Override
  protected Mat5Tag readTagWithExpectedType(Mat5Type expected) throws IOException {
    Mat5Tag tag = super.readTagWithExpectedType(expected);
    checkClaim(tag.getNumBytes());
    return tag;
  }

  @Override
  public ByteBuffer allocate(int bytes) {
    checkClaim(bytes);
    return ByteBuffer.allocate(bytes);
  }

  @Override
  public void release(ByteBuffer buffer) {}

  private void checkClaim(int bytes) {
    if (bytes < 0 || bytes > mostBytes) {
      throw file.error(
          "claims %s bytes in one place, more than it can hold; it is damaged, save it again",
          Integer.toUnsignedString(bytes));
    }
  }

  /**
   * Cells, structures and objects contain arrays; the filter sees, and keeps out, the first two.
   */
  @Override
  protected Array readNestedArray() {
    throw file.error(
        "holds an object (a string, table or class instance), which is not read; save only the"
            + " numeric matrices");
  }
}

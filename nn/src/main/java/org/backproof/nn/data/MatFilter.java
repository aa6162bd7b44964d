package org.backproof.nn.data;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import us.hebi.matlab.mat.format.Mat5Reader.EntryFilter;
import us.hebi.matlab.mat.format.Mat5Reader.EntryHeader;
import us.hebi.matlab.mat.types.MatlabType;

/**
 * Lets the numbers of a variable be read if its name is wanted, and refuses a wanted variable that
 * is no real matrix of a fair size. It keeps account of all that it saw.
 */
final class MatFilter implements EntryFilter {
  private static final Set<MatlabType> NUMERIC =
      EnumSet.range(MatlabType.Double, MatlabType.UInt64);

  private final InputFile file;
  private final Predicate<String> wanted;
  private final List<String> seen = new ArrayList<>();

  MatFilter(InputFile file, Predicate<String> wanted) {
    this.file = file;
    this.wanted = wanted;
  }

  @Override
  public boolean isAccepted(EntryHeader header) {
    String sizes = InputFile.text(header.getDimensions());
    seen.add(header.getName() + " (" + kind(header) + ", " + sizes + ")");
    if (!wanted.test(header.getName())) {
      return false;
    }
    boolean real = NUMERIC.contains(header.getType()) && !header.isComplex();
    if (!real || header.getDimensions().length != 2) {
      throw file.error(
          "%s must be a matrix of real numbers, not %s of %s; save it as one",
          header.getName(), kind(header), sizes);
    }
    file.count(header.getName(), header.getDimensions());
    return true;
  }

  private static String kind(EntryHeader header) {
    return (header.isComplex() ? "complex " : "")
        + (header.isLogical() ? "logical" : header.getType());
  }

  /** The variables that the file holds, each with its type and sizes. */
  ImmutableList<String> seen() {
    return ImmutableList.copyOf(seen);
  }
}

package org.backproof.verify.report;

import java.util.Locale;

/** Numbers as reports write them. */
final class Numbers {
  private Numbers() {}

  /** Two digits, for distances and bounds. */
  static String rough(double value) {
    return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
  }

  /** Enough digits to tell two values apart. */
  static String precise(double value) {
    return String.format(Locale.ROOT, "%.12g", value);
  }
}

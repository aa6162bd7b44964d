package org.backproof.core.kernel;

import java.util.function.DoubleUnaryOperator;

/**
 * Maps over the entries of arrays of one length: each entry of {@code out} is a function of the
 * entries at its own place, so {@code out} may be one of the operands. The loops are in the form
 * that HotSpot's C2 compiles to vector instructions. All throw {@link IllegalArgumentException}
 * where lengths differ.
 */
public final class Maps {
  private Maps() {}

  /** Sets {@code out[i] = f(in[i])}, for i in ascending order. */
  public static void unary(DoubleUnaryOperator f, double[] in, double[] out) {
    checkLengths(in, out);
    for (int i = 0; i < in.length; i++) {
      out[i] = f.applyAsDouble(in[i]);
    }
  }

  /** Sets {@code out[i] = a[i] + b[i]}. */
  public static void add(double[] a, double[] b, double[] out) {
    checkLengths(a, b, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] + b[i];
    }
  }

  /** Sets {@code out[i] = a[i] + b}. */
  public static void add(double[] a, double b, double[] out) {
    checkLengths(a, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] + b;
    }
  }

  /** Sets {@code out[i] = a[i] - b[i]}. */
  public static void subtract(double[] a, double[] b, double[] out) {
    checkLengths(a, b, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] - b[i];
    }
  }

  /** Sets {@code out[i] = a[i] - b}. */
  public static void subtract(double[] a, double b, double[] out) {
    checkLengths(a, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] - b;
    }
  }

  /** Sets {@code out[i] = a - b[i]}. */
  public static void subtract(double a, double[] b, double[] out) {
    checkLengths(b, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a - b[i];
    }
  }

  /** Sets {@code out[i] = a[i] * b[i]}. */
  public static void multiply(double[] a, double[] b, double[] out) {
    checkLengths(a, b, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * b[i];
    }
  }

  /** Sets {@code out[i] = a[i] * b}. */
  public static void multiply(double[] a, double b, double[] out) {
    checkLengths(a, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * b;
    }
  }

  /** Sets {@code out[i] = a[i] / b[i]}. */
  public static void divide(double[] a, double[] b, double[] out) {
    checkLengths(a, b, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] / b[i];
    }
  }

  /** Sets {@code out[i] = a[i] / b}. */
  public static void divide(double[] a, double b, double[] out) {
    checkLengths(a, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] / b;
    }
  }

  /** Sets {@code out[i] = a / b[i]}. */
  public static void divide(double a, double[] b, double[] out) {
    checkLengths(b, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a / b[i];
    }
  }

  private static void checkLengths(double[] operand, double[] out) {
    if (operand.length != out.length) {
      throw new IllegalArgumentException(
          String.format(
              "The operand holds %d doubles and the result %d, but a map needs as many of each;"
                  + " pass arrays of one length.",
              operand.length, out.length));
    }
  }

  private static void checkLengths(double[] a, double[] b, double[] out) {
    if (a.length != b.length || a.length != out.length) {
      throw new IllegalArgumentException(
          String.format(
              "The operands hold %d and %d doubles and the result %d, but a map needs as many of"
                  + " each; pass arrays of one length.",
              a.length, b.length, out.length));
    }
  }
}

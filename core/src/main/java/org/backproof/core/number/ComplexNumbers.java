package org.backproof.core.number;

/**
 * Complex numbers for the complex step: where {@code f} is analytic on the reals, {@code f'(x)} is
 * the imaginary part of {@code f(x + ih)} divided by {@code h}, with no subtraction that could
 * cancel and an error of {@code O(h^2)}, so that {@code h} may be 1e-100 or less (Squire &amp;
 * Trapp, "Using complex variables to estimate derivatives of real functions", SIAM Review 40(1),
 * 1998; Martins, Sturdza &amp; Alonso, "The complex-step derivative approximation", ACM TOMS 29(3),
 * 2003).
 *
 * <p>The functions continue the real ones from where these have values: {@code log} and {@code
 * sqrt} of a number with a negative real part are NaN, not on another branch. {@link #less}, {@link
 * #equal}, {@link #abs} and {@link #max} go by the real parts, as Martins et al. have it: {@code
 * abs(z)} is {@code -z} where the real part is negative. An imaginary part of zero says that a
 * number does not depend on what was perturbed; it stays zero in a product with infinity.
 *
 * <p>A derivative {@code d} with {@code |d h| < 1e-308} loses digits to underflow.
 */
public final class ComplexNumbers implements NumberSystem<Complex> {
  public static final ComplexNumbers INSTANCE = new ComplexNumbers();

  private static final Complex ZERO = new Complex(0, 0);
  private static final Complex ONE = new Complex(1, 0);
  private static final Complex NO_VALUE = new Complex(Double.NaN, Double.NaN);

  private ComplexNumbers() {}

  @Override
  public String name() {
    return "complex";
  }

  @Override
  public Complex of(Rational value) {
    return of(value.toDouble());
  }

  @Override
  public Complex of(double value) {
    return new Complex(value, 0);
  }

  @Override
  public Complex zero() {
    return ZERO;
  }

  @Override
  public Complex one() {
    return ONE;
  }

  @Override
  public Complex add(Complex a, Complex b) {
    return new Complex(a.re() + b.re(), a.im() + b.im());
  }

  @Override
  public Complex subtract(Complex a, Complex b) {
    return new Complex(a.re() - b.re(), a.im() - b.im());
  }

  @Override
  public Complex negate(Complex z) {
    return new Complex(-z.re(), -z.im());
  }

  @Override
  public Complex multiply(Complex a, Complex b) {
    double square = a.im() == 0 ? 0 : scaled(a.im(), b.im());
    return new Complex(a.re() * b.re() - square, scaled(a.re(), b.im()) + scaled(b.re(), a.im()));
  }

  /**
   * Smith's quotient (CACM 5(8), 1962), which neither squares a part nor loses a small one, with
   * the order of operations where {@code d/c} underflows from Baudin &amp; Smith (2012).
   */
  @Override
  public Complex divide(Complex a, Complex b) {
    return Math.abs(b.im()) <= Math.abs(b.re())
        ? quotient(a.re(), a.im(), b.re(), b.im())
        : quotient(a.im(), -a.re(), b.im(), -b.re());
  }

  /** {@code (a + ib) / (c + id)} where {@code |d| <= |c|}. */
  private static Complex quotient(double a, double b, double c, double d) {
    if (d == 0) {
      return new Complex(a / c, b == 0 ? 0 : b / c);
    }
    double ratio = d / c;
    boolean underflows = Math.abs(ratio) < Double.MIN_NORMAL;
    double aRatio = underflows ? a / c * d : a * ratio;
    double bRatio = underflows ? b / c * d : b * ratio;
    double denominator = c + d * ratio;
    return new Complex((a + bRatio) / denominator, (b - aRatio) / denominator);
  }

  @Override
  public Complex exp(Complex z) {
    double modulus = Math.exp(z.re());
    return new Complex(modulus * Math.cos(z.im()), scaled(modulus, Math.sin(z.im())));
  }

  /** {@code exp(x) cos(y) - 1 = expm1(x) cos(y) - 2 sin^2(y/2)}. */
  @Override
  public Complex expm1(Complex z) {
    double halfSine = Math.sin(z.im() / 2);
    return new Complex(
        Math.expm1(z.re()) * Math.cos(z.im()) - 2 * halfSine * halfSine,
        scaled(Math.exp(z.re()), Math.sin(z.im())));
  }

  @Override
  public Complex log(Complex z) {
    return z.re() < 0
        ? NO_VALUE
        : new Complex(logModulus(z.re(), z.im(), Math.log(z.re())), angle(z.re(), z.im()));
  }

  @Override
  public Complex log1p(Complex z) {
    double shifted = 1 + z.re();
    return shifted < 0
        ? NO_VALUE
        : new Complex(logModulus(shifted, z.im(), Math.log1p(z.re())), angle(shifted, z.im()));
  }

  /** {@code log|re + i im|}, from an accurate {@code log(re)}. */
  static double logModulus(double re, double im, double logRe) {
    double y = Math.abs(im);
    return y <= re
        ? logRe + (y == 0 ? 0 : 0.5 * Math.log1p(y / re * (y / re)))
        : Math.log(y) + 0.5 * Math.log1p(re / y * (re / y));
  }

  static double angle(double re, double im) {
    return im == 0 ? 0 : Math.atan2(im, re);
  }

  @Override
  public Complex sqrt(Complex z) {
    if (z.im() == 0) {
      return of(Math.sqrt(z.re()));
    }
    if (z.re() < 0) {
      return NO_VALUE;
    }
    double root = Math.sqrt(0.5 * z.re() + 0.5 * Math.hypot(z.re(), z.im()));
    return new Complex(root, z.im() / (2 * root));
  }

  @Override
  public Complex sin(Complex z) {
    return new Complex(
        Math.sin(z.re()) * Math.cosh(z.im()), scaled(Math.cos(z.re()), Math.sinh(z.im())));
  }

  @Override
  public Complex cos(Complex z) {
    return new Complex(
        Math.cos(z.re()) * Math.cosh(z.im()), -scaled(Math.sin(z.re()), Math.sinh(z.im())));
  }

  /** With {@code s = 1/cosh(x)}, so that the derivative {@code s^2} does not cancel. */
  @Override
  public Complex tanh(Complex z) {
    double t = Math.tanh(z.re());
    double s = 1 / Math.cosh(z.re());
    double sine = Math.sin(z.im());
    double cosine = Math.cos(z.im());
    double denominator = cosine * cosine + t * sine * (t * sine);
    return new Complex(t / denominator, sine * s * (cosine * s) / denominator);
  }

  /** By {@code r = exp(-|x|)}, which does not overflow on either side. */
  @Override
  public Complex sigmoid(Complex z) {
    double r = Math.exp(-Math.abs(z.re()));
    double rCosine = r * Math.cos(z.im());
    double denominator = 1 + 2 * rCosine + r * r;
    double re = z.re() < 0 ? r * (Math.cos(z.im()) + r) : 1 + rCosine;
    return new Complex(re / denominator, r * Math.sin(z.im()) / denominator);
  }

  /** {@code log1p(exp(z))} to the left of zero, {@code z + log1p(exp(-z))} to the right. */
  @Override
  public Complex softplus(Complex z) {
    return z.re() > 0 ? add(z, log1p(exp(negate(z)))) : log1p(exp(z));
  }

  @Override
  public Complex pow(Complex z, Complex w) {
    return ComplexPower.of(z, w);
  }

  @Override
  public Complex power(Complex z, Rational exponent) {
    return Powers.needsExactExponent(exponent)
        ? Powers.power(this, z, exponent)
        : pow(z, of(exponent));
  }

  @Override
  public Complex anchor(Complex z) {
    return of(DoubleNumbers.INSTANCE.anchor(z.re()));
  }

  @Override
  public Complex less(Complex a, Complex b) {
    return a.re() < b.re() ? ONE : ZERO;
  }

  @Override
  public Complex equal(Complex a, Complex b) {
    return a.re() == b.re() ? ONE : ZERO;
  }

  @Override
  public Complex select(Complex condition, Complex whenTrue, Complex whenFalse) {
    return condition.re() != 0 ? whenTrue : whenFalse;
  }

  @Override
  public Complex abs(Complex z) {
    return z.re() < 0 ? negate(z) : z;
  }

  @Override
  public Complex max(Complex a, Complex b) {
    return a.re() < b.re() || Double.isNaN(b.re()) ? b : a;
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public double magnitude(Complex z) {
    return Math.hypot(z.re(), z.im());
  }

  /** {@code factor * part}; a part of zero stays zero. */
  static double scaled(double factor, double part) {
    return part == 0 ? 0 : factor * part;
  }
}

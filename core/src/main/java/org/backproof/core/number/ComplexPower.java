package org.backproof.core.number;

/** Powers of complex numbers that agree with {@link Math#pow} in their real parts. */
final class ComplexPower {
  private ComplexPower() {}

  static Complex of(Complex z, Complex w) {
    if (z.im() == 0 && w.im() == 0) {
      return new Complex(Math.pow(z.re(), w.re()), 0);
    }
    if (z.re() > 0) {
      return polar(z, w);
    }
    if (w.im() == 0 && Double.isFinite(w.re()) && Math.rint(w.re()) == w.re()) {
      return whole(z, w.re());
    }
    return z.re() == 0 && z.im() != 0
        ? polar(z, w)
        : new Complex(Math.pow(z.re(), w.re()), variationByExponent(z.re(), w));
  }

  /** {@code |z|^c exp(-dt) (cos s + i sin s)} with {@code t = arg z, s = ct + d log|z|}. */
  private static Complex polar(Complex z, Complex w) {
    double angle = ComplexNumbers.angle(z.re(), z.im());
    double modulus = Math.pow(Math.hypot(z.re(), z.im()), w.re()) * Math.exp(-w.im() * angle);
    double phase = w.re() * angle;
    if (w.im() != 0) {
      phase += w.im() * ComplexNumbers.logModulus(z.re(), z.im(), Math.log(z.re()));
    }
    return new Complex(modulus * Math.cos(phase), ComplexNumbers.scaled(modulus, Math.sin(phase)));
  }

  private static Complex whole(Complex z, double exponent) {
    if (z.re() == 0 || exponent == 0) {
      return Powers.power(ComplexNumbers.INSTANCE, z, Rational.exactly(exponent));
    }
    Complex power = polar(new Complex(-z.re(), -z.im()), new Complex(exponent, 0));
    return Math.IEEEremainder(exponent, 2) == 0 ? power : new Complex(-power.re(), -power.im());
  }

  /**
   * The imaginary part that {@code w} brings into {@code x^w}: none at {@code 0^c} with {@code c >
   * 0}, and no number where {@code x < 0}, whose powers are defined at whole exponents alone.
   */
  private static double variationByExponent(double x, Complex w) {
    if (x != 0) {
      return Double.NaN;
    }
    return w.re() > 0 ? 0 : Math.pow(0, w.re()) * w.im() * Double.NEGATIVE_INFINITY;
  }
}

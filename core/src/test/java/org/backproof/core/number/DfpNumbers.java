package org.backproof.core.number;

import net.jqwik.api.Assume;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/**
 * Real numbers to 80 decimal digits, the reference that the other systems are held against. Where
 * the definition of a function would lose those digits, near zero, its series takes over.
 */
final class DfpNumbers implements NumberSystem<Dfp> {
  static final DfpNumbers INSTANCE = new DfpNumbers();

  private static final DfpField FIELD = new DfpField(80);

  /** Up to here four terms of a series are good to 80 digits. */
  private static final Dfp SMALL = FIELD.newDfp("1e-20");

  private static final Dfp GREATEST_EXPONENT = FIELD.newDfp("3e5");
  private static final Dfp GREATEST_ANGLE = FIELD.newDfp("1e20");

  private DfpNumbers() {}

  @Override
  public String name() {
    return "80 digits";
  }

  @Override
  public Dfp of(Rational value) {
    return FIELD
        .newDfp(value.numerator().toString())
        .divide(FIELD.newDfp(value.denominator().toString()));
  }

  @Override
  public Dfp of(double value) {
    return FIELD.newDfp(value);
  }

  @Override
  public Dfp add(Dfp a, Dfp b) {
    return a.add(b);
  }

  @Override
  public Dfp subtract(Dfp a, Dfp b) {
    return a.subtract(b);
  }

  @Override
  public Dfp multiply(Dfp a, Dfp b) {
    return a.multiply(b);
  }

  @Override
  public Dfp divide(Dfp a, Dfp b) {
    return a.divide(b);
  }

  /** Infinite or zero beyond the range of a Dfp, which would take its time to find that out. */
  @Override
  public Dfp exp(Dfp x) {
    if (x.abs().lessThan(GREATEST_EXPONENT)) {
      return x.exp();
    }
    return x.positiveOrNull() ? one().divide(zero()) : zero();
  }

  /** {@code x + x^2/2 + x^3/6 + x^4/24 + ...}. */
  @Override
  public Dfp expm1(Dfp x) {
    return x.abs().lessThan(SMALL)
        ? x.add(x.pow(2).divide(2)).add(x.pow(3).divide(6)).add(x.pow(4).divide(24))
        : NumberSystem.super.expm1(x);
  }

  /** {@code x - x^2/2 + x^3/3 - x^4/4 + ...}. */
  @Override
  public Dfp log1p(Dfp x) {
    if (x.abs().lessThan(SMALL)) {
      Dfp square = x.multiply(x);
      return x.subtract(square.divide(2))
          .add(square.multiply(x).divide(3))
          .subtract(square.multiply(square).divide(4));
    }
    return NumberSystem.super.log1p(x);
  }

  /** {@code x - x^3/3 + 2x^5/15 - ...}. */
  @Override
  public Dfp tanh(Dfp x) {
    if (x.abs().lessThan(SMALL)) {
      Dfp square = x.multiply(x);
      return x.subtract(square.multiply(x).divide(3))
          .add(square.multiply(square).multiply(x).multiply(2).divide(15));
    }
    return NumberSystem.super.tanh(x);
  }

  /** Without {@code exp(x)}, which may be too large even here. */
  @Override
  public Dfp softplus(Dfp x) {
    return max(x, zero()).add(log1p(exp(negate(x.abs()))));
  }

  @Override
  public Dfp log(Dfp x) {
    return x.log();
  }

  @Override
  public Dfp sqrt(Dfp x) {
    return x.sqrt();
  }

  @Override
  public Dfp sin(Dfp x) {
    return reducible(x).sin();
  }

  @Override
  public Dfp cos(Dfp x) {
    return reducible(x).cos();
  }

  /** Gives up where 80 digits are too few to tell the place within a period. */
  private static Dfp reducible(Dfp x) {
    Assume.that(x.abs().lessThan(GREATEST_ANGLE));
    return x;
  }

  @Override
  public Dfp pow(Dfp x, Dfp y) {
    if (y.rint().equals(y) && y.abs().lessThan(FIELD.newDfp(1000))) {
      return x.pow(y.intValue());
    }
    return x.isZero() ? x : exp(y.multiply(x.log()));
  }

  @Override
  public Dfp less(Dfp a, Dfp b) {
    return truth(a.lessThan(b));
  }

  @Override
  public Dfp equal(Dfp a, Dfp b) {
    return truth(a.equals(b));
  }

  @Override
  public Dfp select(Dfp condition, Dfp whenTrue, Dfp whenFalse) {
    return condition.isZero() ? whenFalse : whenTrue;
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public double magnitude(Dfp x) {
    return x.abs().toDouble();
  }

  private static Dfp truth(boolean value) {
    return value ? FIELD.getOne() : FIELD.getZero();
  }
}

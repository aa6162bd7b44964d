package org.backproof.core.number;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;

/**
 * Interval arithmetic with outward rounding (Moore, Kearfott &amp; Cloud, "Introduction to Interval
 * Analysis", SIAM 2009): the result of a function contains its exact value for every choice of
 * numbers in the arguments. A double stands for itself exactly, a fraction for the doubles around
 * it; sums, products, quotients and square roots whose ends are doubles are not widened.
 *
 * <p>Where a function has no value for some numbers in its arguments the result is {@link
 * Interval#UNDEFINED}, and so is all that is computed from it: a quotient whose divisor contains
 * zero, the logarithm of an interval that reaches down to zero, a root of one that reaches below.
 * So any other result also proves that there is a value all over the arguments. Infinities and NaN
 * are no real numbers; {@code of} makes {@link Interval#UNDEFINED} of them.
 *
 * <p>A truth value that the arguments leave open is {@code [0, 1]}; {@link #select} then encloses
 * both of its branches.
 */
public final class IntervalNumbers implements NumberSystem<Interval> {
  public static final IntervalNumbers INSTANCE = new IntervalNumbers();

  private static final Interval ZERO = new Interval(0, 0);
  private static final Interval ONE = new Interval(1, 1);
  private static final Interval OPEN = new Interval(0, 1);

  private IntervalNumbers() {}

  @Override
  public String name() {
    return "interval";
  }

  @Override
  public Interval of(Rational value) {
    double nearest = value.toDouble();
    if (Double.isInfinite(nearest)) {
      return nearest > 0
          ? new Interval(Double.MAX_VALUE, nearest)
          : new Interval(nearest, -Double.MAX_VALUE);
    }
    int side = Rational.exactly(nearest).compareTo(value);
    return new Interval(
        side <= 0 ? nearest : Math.nextDown(nearest), side >= 0 ? nearest : Math.nextUp(nearest));
  }

  @Override
  public Interval of(double value) {
    return Double.isFinite(value) ? new Interval(value, value) : Interval.UNDEFINED;
  }

  @Override
  public Interval zero() {
    return ZERO;
  }

  @Override
  public Interval one() {
    return ONE;
  }

  @Override
  public Interval add(Interval a, Interval b) {
    return areDefined(a, b)
        ? new Interval(Rounding.addDown(a.low(), b.low()), Rounding.addUp(a.high(), b.high()))
        : Interval.UNDEFINED;
  }

  @Override
  public Interval subtract(Interval a, Interval b) {
    return add(a, negate(b));
  }

  @Override
  public Interval negate(Interval x) {
    return new Interval(-x.high(), -x.low());
  }

  @Override
  public Interval multiply(Interval a, Interval b) {
    return areDefined(a, b)
        ? corners(a, b, Rounding::multiplyDown, Rounding::multiplyUp)
        : Interval.UNDEFINED;
  }

  @Override
  public Interval divide(Interval a, Interval b) {
    return areDefined(a, b) && !b.contains(0)
        ? corners(a, b, Rounding::divideDown, Rounding::divideUp)
        : Interval.UNDEFINED;
  }

  /** What a function that is monotone in each argument encloses: its extremes are at corners. */
  static Interval corners(
      Interval a, Interval b, DoubleBinaryOperator down, DoubleBinaryOperator up) {
    return new Interval(
        Math.min(
            Math.min(down.applyAsDouble(a.low(), b.low()), down.applyAsDouble(a.low(), b.high())),
            Math.min(
                down.applyAsDouble(a.high(), b.low()), down.applyAsDouble(a.high(), b.high()))),
        Math.max(
            Math.max(up.applyAsDouble(a.low(), b.low()), up.applyAsDouble(a.low(), b.high())),
            Math.max(up.applyAsDouble(a.high(), b.low()), up.applyAsDouble(a.high(), b.high()))));
  }

  private static boolean areDefined(Interval a, Interval b) {
    return !a.isUndefined() && !b.isUndefined();
  }

  @Override
  public Interval exp(Interval x) {
    return increasing(x, PointEnclosures::exp);
  }

  @Override
  public Interval expm1(Interval x) {
    return increasing(x, PointEnclosures::expm1);
  }

  @Override
  public Interval log(Interval x) {
    return x.low() > 0 ? increasing(x, PointEnclosures::log) : Interval.UNDEFINED;
  }

  @Override
  public Interval log1p(Interval x) {
    return x.low() > -1 ? increasing(x, PointEnclosures::log1p) : Interval.UNDEFINED;
  }

  @Override
  public Interval sqrt(Interval x) {
    return x.low() >= 0 ? increasing(x, PointEnclosures::sqrt) : Interval.UNDEFINED;
  }

  @Override
  public Interval sigmoid(Interval x) {
    return increasing(x, PointEnclosures::sigmoid);
  }

  @Override
  public Interval softplus(Interval x) {
    return increasing(x, PointEnclosures::softplus);
  }

  @Override
  public Interval tanh(Interval x) {
    return increasing(x, PointEnclosures::tanh);
  }

  private static Interval increasing(Interval x, DoubleFunction<Interval> function) {
    return x.isUndefined()
        ? x
        : new Interval(function.apply(x.low()).low(), function.apply(x.high()).high());
  }

  @Override
  public Interval sin(Interval x) {
    return Oscillation.SINE.over(x);
  }

  @Override
  public Interval cos(Interval x) {
    return Oscillation.COSINE.over(x);
  }

  @Override
  public Interval pow(Interval x, Interval y) {
    return IntervalPower.of(x, y);
  }

  @Override
  public Interval power(Interval x, Rational exponent) {
    return exponent.equals(Powers.HALF) ? sqrt(x) : IntervalPower.of(x, exponent);
  }

  @Override
  public Interval abs(Interval x) {
    return x.isUndefined() ? x : new Interval(magnitude(x), Math.max(-x.low(), x.high()));
  }

  @Override
  public Interval max(Interval a, Interval b) {
    return new Interval(Math.max(a.low(), b.low()), Math.max(a.high(), b.high()));
  }

  /** The middle, where an infinite end counts as zero. */
  @Override
  public Interval anchor(Interval x) {
    double low = DoubleNumbers.INSTANCE.anchor(x.low());
    double high = DoubleNumbers.INSTANCE.anchor(x.high());
    return of(low / 2 + high / 2);
  }

  @Override
  public Interval less(Interval a, Interval b) {
    if (!areDefined(a, b)) {
      return Interval.UNDEFINED;
    }
    return a.high() < b.low() ? ONE : a.low() >= b.high() ? ZERO : OPEN;
  }

  @Override
  public Interval equal(Interval a, Interval b) {
    if (!areDefined(a, b)) {
      return Interval.UNDEFINED;
    }
    boolean areDisjoint = a.high() < b.low() || b.high() < a.low();
    boolean arePoints = a.low() == a.high() && b.low() == b.high();
    return areDisjoint ? ZERO : arePoints ? ONE : OPEN;
  }

  @Override
  public Interval select(Interval condition, Interval whenTrue, Interval whenFalse) {
    if (condition.isUndefined()) {
      return condition;
    }
    if (condition.contains(0)) {
      return condition.equals(ZERO) ? whenFalse : whenTrue.hull(whenFalse);
    }
    return whenTrue;
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  /** The least distance to zero of a number in {@code x}: 0 where zero may be meant. */
  @Override
  public double magnitude(Interval x) {
    return Math.max(0, Math.max(x.low(), -x.high()));
  }
}

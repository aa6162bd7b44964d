package org.backproof.verify.derivative;

import org.backproof.core.number.DoubleNumbers;
import org.backproof.core.number.Dual;
import org.backproof.core.number.DualNumbers;
import org.backproof.core.number.NoValueException;
import org.backproof.core.number.NumberSystem;
import org.backproof.core.number.Rational;

/**
 * Doubles that bound their own round-off (Higham, "Accuracy and Stability of Numerical Algorithms",
 * 2nd edition, sections 3.1 and 3.3), whatever the order in which a sum is added up. With an error
 * of {@code r u |x|} in each argument, {@code u} the unit round-off and {@code |x|} the magnitude:
 *
 * <pre>
 *   a + b   has   (max(ra, rb) + 1) u (|a| + |b|)
 *   a b     has   (ra + rb + 1) u |a| |b|
 *   f(x)    has   (rx + c) u (|f| + |f'| |x|)
 * </pre>
 *
 * where no function used is off by more than 16 ulps, so c = 32. The slopes are those of dual
 * numbers.
 *
 * <p>A comparison that the round-off, or a small step of a variable, could turn has no value.
 */
final class RoundedNumbers implements NumberSystem<Rounded> {
  static final RoundedNumbers INSTANCE = new RoundedNumbers();

  private static final double FUNCTION_ROUNDINGS = 32;
  private static final DoubleNumbers DOUBLES = DoubleNumbers.INSTANCE;
  private static final DualNumbers<Double> DUALS = DualNumbers.over(DOUBLES);

  private RoundedNumbers() {}

  /** A function of one number, on duals. */
  private interface Function {
    Dual<Double> apply(Dual<Double> x);
  }

  @Override
  public String name() {
    return "double with a bound on its round-off";
  }

  @Override
  public Rounded of(Rational value) {
    double nearest = value.toDouble();
    boolean isExact = Double.isFinite(nearest) && Rational.exactly(nearest).equals(value);
    return new Rounded(nearest, Math.abs(nearest), isExact ? 0 : 1, false);
  }

  @Override
  public Rounded of(double value) {
    return Rounded.exactly(value);
  }

  @Override
  public Rounded add(Rounded a, Rounded b) {
    if (a.isZero() || b.isZero()) {
      return a.isZero() ? b : a;
    }
    return new Rounded(
        a.value() + b.value(),
        a.magnitude() + b.magnitude(),
        Math.max(a.roundings(), b.roundings()) + 1,
        a.varies() || b.varies());
  }

  @Override
  public Rounded subtract(Rounded a, Rounded b) {
    return add(a, negate(b));
  }

  @Override
  public Rounded negate(Rounded x) {
    return new Rounded(-x.value(), x.magnitude(), x.roundings(), x.varies());
  }

  @Override
  public Rounded multiply(Rounded a, Rounded b) {
    return new Rounded(
        a.value() * b.value(),
        withUnderflow(a.magnitude() * b.magnitude(), a.magnitude(), b.magnitude()),
        a.roundings() + b.roundings() + 1,
        a.varies() || b.varies());
  }

  @Override
  public Rounded divide(Rounded a, Rounded b) {
    Rounded reciprocal = function(b, x -> DUALS.divide(DUALS.one(), x));
    return multiply(a, reciprocal);
  }

  /** Below the normal range the error of a result is that of the least normal number. */
  private static double withUnderflow(double magnitude, double... arguments) {
    for (double argument : arguments) {
      if (argument == 0) {
        return magnitude;
      }
    }
    return Math.max(magnitude, Double.MIN_NORMAL);
  }

  private static Rounded function(Rounded x, Function function) {
    Dual<Double> y = function.apply(new Dual<>(x.value(), 1.0));
    double variation = x.magnitude() == 0 ? 0 : Math.abs(y.tangent()) * x.magnitude();
    return new Rounded(
        y.primal(),
        withUnderflow(Math.abs(y.primal()) + variation),
        x.roundings() + FUNCTION_ROUNDINGS,
        x.varies());
  }

  @Override
  public Rounded exp(Rounded x) {
    return function(x, DUALS::exp);
  }

  @Override
  public Rounded expm1(Rounded x) {
    return function(x, DUALS::expm1);
  }

  @Override
  public Rounded log(Rounded x) {
    return function(x, DUALS::log);
  }

  @Override
  public Rounded log1p(Rounded x) {
    return function(x, DUALS::log1p);
  }

  @Override
  public Rounded sqrt(Rounded x) {
    return function(x, DUALS::sqrt);
  }

  @Override
  public Rounded sin(Rounded x) {
    return function(x, DUALS::sin);
  }

  @Override
  public Rounded cos(Rounded x) {
    return function(x, DUALS::cos);
  }

  @Override
  public Rounded sigmoid(Rounded x) {
    return function(x, DUALS::sigmoid);
  }

  @Override
  public Rounded softplus(Rounded x) {
    return function(x, DUALS::softplus);
  }

  @Override
  public Rounded tanh(Rounded x) {
    return function(x, DUALS::tanh);
  }

  @Override
  public Rounded pow(Rounded x, Rounded y) {
    Rounded byBase = function(x, base -> DUALS.pow(base, DUALS.constant(y.value())));
    Rounded byExponent = function(y, exponent -> DUALS.pow(DUALS.constant(x.value()), exponent));
    boolean movesExponent = y.roundings() > 0 || y.varies();
    return new Rounded(
        byBase.value(),
        movesExponent ? byBase.magnitude() + byExponent.magnitude() : byBase.magnitude(),
        x.roundings() + y.roundings() + FUNCTION_ROUNDINGS,
        x.varies() || y.varies());
  }

  @Override
  public Rounded abs(Rounded x) {
    return isNegative(x) ? negate(x) : x;
  }

  private boolean isNegative(Rounded x) {
    return less(x, zero()).value() != 0;
  }

  /** One of the two itself, so that it is known to be equal to it. */
  @Override
  public Rounded max(Rounded a, Rounded b) {
    return less(a, b).value() != 0 ? b : a;
  }

  @Override
  public Rounded less(Rounded a, Rounded b) {
    requireDecided(a, b);
    return of(DOUBLES.less(a.value(), b.value()));
  }

  @Override
  public Rounded equal(Rounded a, Rounded b) {
    requireDecided(a, b);
    return of(DOUBLES.equal(a.value(), b.value()));
  }

  @SuppressWarnings("ReferenceEquality") // One and the same number is equal to itself.
  private static void requireDecided(Rounded a, Rounded b) {
    boolean mayMove = a != b && (a.varies() || b.varies());
    if (mayMove && Math.abs(a.value() - b.value()) <= 2 * (a.bound() + b.bound())) {
      throw new NoValueException("Round-off may turn the comparison of " + a + " and " + b);
    }
  }

  @Override
  public Rounded select(Rounded condition, Rounded whenTrue, Rounded whenFalse) {
    requireDecided(condition, zero());
    return condition.value() != 0 ? whenTrue : whenFalse;
  }

  @Override
  public Rounded anchor(Rounded x) {
    return of(DOUBLES.anchor(x.value()));
  }

  @Override
  public boolean isOrdered() {
    return true;
  }

  @Override
  public double magnitude(Rounded x) {
    return Math.abs(x.value());
  }
}

package org.backproof.verify.derivative;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.backproof.core.number.Complex;
import org.backproof.core.number.ComplexNumbers;
import org.backproof.core.number.DoubleNumbers;
import org.backproof.core.number.NoValueException;

/** A way to tell whether J v and J' w are right. */
enum Reference {
  /** The two modes against each other: {@code <w, J v> = <J' w, v>}. */
  REVERSE_IS_FORWARD("reverse = forward") {
    @Override
    void check(Problem problem) {
      assertAgree("<J' w, v> and <w, J v>", problem.exact(BACKWARD), problem.exact(FORWARD));
    }
  },

  /** Dual numbers' own derivatives, to 60 digits and in doubles. */
  DUAL("dual numbers") {
    @Override
    void check(Problem problem) {
      List<Rounded> rounded = problem.roundedTangents();
      List<BigDecimal> decimals = problem.tangents(Problem.DECIMALS, Problem.DECIMALS::of);
      List<Double> doubles = problem.tangents(DoubleNumbers.INSTANCE, x -> x);
      List<Estimate> exact = new ArrayList<>();
      List<Estimate> inDoubles = new ArrayList<>();
      for (int i = 0; i < rounded.size(); i++) {
        exact.add(Problem.decimal(decimals.get(i), rounded.get(i)));
        inDoubles.add(Estimate.of(doubles.get(i), rounded.get(i).bound()));
      }
      assertDerivative(problem, exact);
      assertDerivative(problem, inDoubles);
    }
  },

  /** The imaginary part of {@code f(x + ihv)} over h. */
  COMPLEX_STEP("complex step") {
    /** About 1e-200; a power of two, so that scaling does not round. */
    private static final double STEP = 0x1p-664;

    /** How many roundings complex arithmetic takes where that of dual numbers takes one. */
    private static final int ROUNDINGS = 4;

    @Override
    void check(Problem problem) {
      List<Rounded> rounded = problem.roundedTangents();
      List<Complex> output =
          problem.output(ComplexNumbers.INSTANCE, (x, v) -> new Complex(x, v * STEP));
      List<Estimate> derivative = new ArrayList<>();
      for (int i = 0; i < output.size(); i++) {
        double underflow = rounded.get(i).roundings() * (Double.MIN_NORMAL / STEP);
        derivative.add(
            Estimate.of(output.get(i).im() / STEP, ROUNDINGS * rounded.get(i).bound() + underflow));
      }
      assertDerivative(problem, derivative);
    }
  },

  /** Central differences of values to 60 digits. */
  DIFFERENCES("60-digit differences") {
    @Override
    void check(Problem problem) {
      assertDerivative(problem, CentralDifferences.of(problem));
    }
  },

  /** Enclosures by interval arithmetic of f, J v and J' w. */
  INTERVAL("interval") {
    @Override
    void check(Problem problem) {
      Enclosures.check(problem);
    }
  },

  /** The two modes and dual numbers modulo a prime, exactly. */
  PRIME_FIELD("prime field") {
    @Override
    boolean applies(Problem problem) {
      try {
        FieldValues.of(problem);
        return true;
      } catch (NoValueException e) {
        return false;
      }
    }

    @Override
    void check(Problem problem) {
      FieldValues values = FieldValues.of(problem);
      assertThat(values.forward()).as("J v and dual numbers modulo p").isEqualTo(values.tangents());
      assertThat(values.backwardAlongDirections())
          .as("<J' w, v> and <w, J v> modulo p")
          .isEqualTo(values.forwardAgainstCotangent());
    }
  },

  /** Values in doubles, within their round-off of those to 60 digits. */
  DOUBLES("doubles") {
    @Override
    void check(Problem problem) {
      DoubleValues.check(problem);
    }
  };

  /** Places among {@link Problem#expressions}. */
  static final int TANGENT = 1;

  static final int FORWARD = 2;
  static final int BACKWARD = 3;

  private final String title;

  Reference(String title) {
    this.title = title;
  }

  /** Whether the point has a value in this reference's numbers; it is regular. */
  boolean applies(Problem problem) {
    return true;
  }

  /** Fails unless what the differentiation made is right. */
  final void verify(Problem problem) {
    try {
      check(problem);
    } catch (AssertionError e) {
      throw new AssertionError(this + ": " + e.getMessage(), e);
    }
  }

  abstract void check(Problem problem);

  @Override
  public String toString() {
    return title;
  }

  /** Both modes against a derivative of the output along the directions. */
  private static void assertDerivative(Problem problem, List<Estimate> derivative) {
    assertAgree("J v and its reference", problem.exact(TANGENT), derivative);
    assertAgree(
        "<J' w, v> and its reference",
        problem.exact(BACKWARD),
        List.of(problem.againstCotangent(derivative)));
  }

  static void assertAgree(String what, List<Estimate> actual, List<Estimate> expected) {
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i))
          .as("%s at entry %s", what, i)
          .matches(expected.get(i)::agreesWith, "agrees with " + expected.get(i));
    }
  }
}

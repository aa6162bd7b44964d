package org.backproof.core.number;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * The functions of one number that a number system has, each over a range where it is smooth and
 * where 80 digits show its derivative.
 */
enum ElementaryFunction {
  EXP(-700, 700) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.exp(x);
    }
  },
  EXPM1(-60, 700) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.expm1(x);
    }
  },
  LOG(1e-6, 1e6) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.log(x);
    }
  },
  LOG1P(-0.999, 1e6) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.log1p(x);
    }
  },
  SQRT(1e-6, 1e6) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.sqrt(x);
    }
  },
  SIN(-1000, 1000) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.sin(x);
    }
  },
  COS(-1000, 1000) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.cos(x);
    }
  },
  SIGMOID(-700, 60) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.sigmoid(x);
    }
  },
  SOFTPLUS(-60, 800) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.softplus(x);
    }
  },
  TANH(-30, 30) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.tanh(x);
    }
  },
  RECIPROCAL(1e-6, 1e6) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.divide(system.one(), x);
    }
  },
  ABS_OF_NEGATIVE(-1e6, -1e-6) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.abs(x);
    }
  },
  CUBE(-1e6, 1e6) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.power(x, Rational.of(3));
    }
  },
  INVERSE_SQUARE(-1e6, -1e-6) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.power(x, Rational.of(-2));
    }
  },
  THREE_HALVES_POWER(1e-6, 1e6) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.power(x, Rational.of(3, 2));
    }
  },
  TO_THE_FIFTH(-1e6, 1e6) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.pow(x, system.of(5.0));
    }
  },
  TO_A_DECIMAL(1e-6, 1e6) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.pow(x, system.of(2.75));
    }
  },
  EXPONENTIAL_TO_BASE_THREE(-600, 600) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.pow(system.of(3.0), x);
    }
  },
  TO_ITSELF(0.5, 100) {
    @Override
    <T> T apply(NumberSystem<T> system, T x) {
      return system.pow(x, x);
    }
  };

  private final double least;
  private final double greatest;

  ElementaryFunction(double least, double greatest) {
    this.least = least;
    this.greatest = greatest;
  }

  abstract <T> T apply(NumberSystem<T> system, T x);

  /** Arguments over the whole range, and more of them where it is not flat. */
  Arbitrary<Double> arguments() {
    double nearLeast = Math.max(least, -20);
    double nearGreatest = Math.min(greatest, 20);
    return Arbitraries.oneOf(
        Arbitraries.doubles().between(least, greatest).ofScale(12),
        Arbitraries.doubles().between(nearLeast, nearGreatest).ofScale(12));
  }
}

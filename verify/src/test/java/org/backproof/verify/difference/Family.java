package org.backproof.verify.difference;

import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.cosh;
import static java.lang.Math.exp;
import static java.lang.Math.fma;
import static java.lang.Math.log;
import static java.lang.Math.max;
import static java.lang.Math.pow;
import static java.lang.Math.signum;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.tanh;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Families of functions with known derivatives, each hard for differences in a way of its own. */
enum Family {
  CUBIC(1e-12, 1e-9) {
    @Override
    Sample draw(Draws d) {
      double[] c = {d.in(-2, 2), d.in(-2, 2), d.in(-2, 2), d.in(-2, 2)};
      double x = d.in(-2, 2);
      return Sample.of(
          p -> c[0] + p[0] * (c[1] + p[0] * (c[2] + p[0] * c[3])),
          x,
          c[1] + x * (2 * c[2] + 3 * c[3] * x));
    }
  },
  POWER(1e-12, 1e-8) {
    @Override
    Sample draw(Draws d) {
      int n = d.integer(2, 9);
      double x = d.in(-1.5, 1.5);
      return Sample.of(p -> pow(p[0], n), x, n * pow(x, n - 1));
    }
  },
  EXPONENTIAL(2e-12, 1e-9) {
    @Override
    Sample draw(Draws d) {
      double x = d.in(-3, 3);
      return Sample.of(p -> exp(p[0]), x, exp(x));
    }
  },
  SINE(1e-12, 1e-9) {
    @Override
    Sample draw(Draws d) {
      double x = d.in(-6, 6);
      return Sample.of(p -> sin(p[0]), x, cos(x));
    }
  },
  RATIONAL(5e-12, 1e-9) {
    @Override
    Sample draw(Draws d) {
      double b = d.scale(-2, 1);
      double x = d.in(-2, 2);
      double square = b + x * x;
      return Sample.of(p -> p[0] / (b + p[0] * p[0]), x, (b - x * x) / (square * square));
    }
  },
  LOGARITHM(1e-11, 1e-8) {
    @Override
    Sample draw(Draws d) {
      double x = d.scale(-8, 8);
      return Sample.of(p -> log(p[0]), x, 1 / x);
    }
  },
  ROOT(1e-11, 1e-8) {
    @Override
    Sample draw(Draws d) {
      double x = d.scale(-12, 3);
      return Sample.of(p -> sqrt(p[0]), x, 0.5 / sqrt(x));
    }
  },
  PRODUCT(1e-12, 1e-9) {
    @Override
    Sample draw(Draws d) {
      double[] x = d.vector(d.integer(2, 20), () -> d.sign() * d.scale(-2, 2));
      int i = d.integer(0, x.length - 1);
      double[] factors = x.clone();
      factors[i] = 1;
      return new Sample(p -> product(p), x, i, product(factors));
    }
  },
  PRODUCT_OF_SINES(1e-11, 1e-9) {
    @Override
    Sample draw(Draws d) {
      double[] x = d.vector(d.integer(2, 10), () -> d.in(0.3, 2.5));
      int i = d.integer(0, x.length - 1);
      double[] factors = Arrays.stream(x).map(Math::sin).toArray();
      factors[i] = cos(x[i]);
      return new Sample(
          p -> product(Arrays.stream(p).map(Math::sin).toArray()), x, i, product(factors));
    }
  },
  ROSENBROCK(1e-12, 1e-9) {
    @Override
    Sample draw(Draws d) {
      double x = d.in(-2, 2);
      double y = d.in(-2, 2);
      int i = d.integer(0, 1);
      return new Sample(
          p -> 100 * pow(p[1] - p[0] * p[0], 2) + pow(1 - p[0], 2),
          new double[] {x, y},
          i,
          i == 0 ? -400 * x * (y - x * x) - 2 * (1 - x) : 200 * (y - x * x));
    }
  },
  /** The cost of logistic regression. */
  LOGISTIC(5e-11, 1e-8) {
    @Override
    Sample draw(Draws d) {
      int m = d.integer(1, 50);
      double[] theta = d.vector(d.integer(1, 8), () -> d.in(-1, 1));
      double[][] inputs = new double[m][];
      double[] labels = d.vector(m, () -> d.integer(0, 1));
      for (int s = 0; s < m; s++) {
        inputs[s] = d.vector(theta.length, () -> d.in(-2, 2));
      }
      int i = d.integer(0, theta.length - 1);
      double derivative = 0;
      for (int s = 0; s < m; s++) {
        derivative += (sigmoid(dot(inputs[s], theta)) - labels[s]) * inputs[s][i];
      }
      return new Sample(p -> logisticCost(inputs, labels, p), theta, i, derivative / m);
    }
  },
  LINEAR(1e-12, 1e-8) {
    @Override
    Sample draw(Draws d) {
      double slope = d.sign() * d.scale(-8, 8);
      double constant = d.sign() * d.scale(-8, 8);
      return Sample.of(p -> slope * p[0] + constant, d.sign() * d.scale(-8, 8), slope);
    }
  },
  SCALED_EXPONENTIAL(2e-12, 1e-8) {
    @Override
    Sample draw(Draws d) {
      double s = d.scale(-8, 8);
      double a = d.sign() * d.scale(-8, 8);
      double x = d.in(-2, 2) * s;
      return Sample.of(p -> a * exp(p[0] / s), x, a / s * exp(x / s));
    }
  },
  SCALED_BELL(5e-12, 1e-8) {
    @Override
    Sample draw(Draws d) {
      double s = d.scale(-8, 8);
      double x = d.in(-3, 3) * s;
      return Sample.of(
          p -> exp(-(p[0] / s) * (p[0] / s)), x, -2 * x / s / s * exp(-(x / s) * (x / s)));
    }
  },
  FAST_SINE(1e-9, 1e-6) {
    @Override
    Sample draw(Draws d) {
      double w = d.scale(0, 6);
      double x = d.in(-2, 2);
      return Sample.of(p -> sin(w * p[0]), x, w * cosineOfProduct(w, x));
    }
  },
  SHIFTED_SINE(1e-9, 1e-5) {
    @Override
    Sample draw(Draws d) {
      double w = d.scale(-3, 4);
      double shift = d.scale(-3, 6);
      double x = d.in(-2, 2);
      return Sample.of(p -> shift + sin(w * p[0]), x, w * cosineOfProduct(w, x));
    }
  },
  /** A scale of one at entries of up to 1e8. */
  FAR_SINE(1e-11, 1e-8) {
    @Override
    Sample draw(Draws d) {
      double x = d.sign() * d.scale(6, 8);
      return Sample.of(p -> sin(p[0]), x, cos(x));
    }
  },
  /** What is left of the entry has few bits: a staircase. */
  CANCELLING_SHIFT(1e-11, 1e-3) {
    @Override
    Sample draw(Draws d) {
      double shift = d.scale(0, 10);
      return Sample.of(p -> (p[0] + shift) - shift, d.in(-2, 2), 1);
    }
  },
  /** A staircase whose stairs slope. */
  CANCELLING_MIXED(1e-8, 1e-4) {
    @Override
    Sample draw(Draws d) {
      double shift = d.scale(0, 8);
      double c = d.scale(-4, 0);
      double x = d.in(-2, 2);
      return Sample.of(p -> ((p[0] + shift) - shift) + c * sin(p[0]), x, 1 + c * cos(x));
    }
  },
  /** A staircase whose stairs slope by far more than the function does. */
  CANCELLING_SQUARE(1e-11, 1e-4) {
    @Override
    Sample draw(Draws d) {
      double b = d.scale(0, 4);
      double x = d.in(-2, 2);
      return Sample.of(p -> (p[0] + b) * (p[0] + b) - b * b - 2 * b * p[0], x, 2 * x);
    }
  },
  LITTLE_NOISE(5e-6, 5e-3) {
    @Override
    Sample draw(Draws d) {
      long seed = d.bits();
      double x = d.in(-2, 2);
      return Sample.of(p -> exp(p[0]) + 1e-9 * noise(p[0], seed), x, exp(x));
    }
  },
  MUCH_NOISE(5e-2, 1e3) {
    @Override
    Sample draw(Draws d) {
      long seed = d.bits();
      double x = d.in(-2, 2);
      return Sample.of(p -> sin(p[0]) + 1e-4 * noise(p[0], seed), x, cos(x));
    }
  },
  SATURATING(1e-4, 1e-2) {
    @Override
    Sample draw(Draws d) {
      double w = d.scale(0, 2);
      double x = d.in(-10, 10) / w;
      return Sample.of(p -> tanh(w * p[0]), x, w / pow(cosh(w * x), 2));
    }
  },
  NEAR_A_KINK(1e-12, 1e-8) {
    @Override
    Sample draw(Draws d) {
      double x = d.sign() * d.scale(-10, 0);
      return Sample.of(p -> abs(p[0]), x, signum(x));
    }
  },
  NEAR_A_SMALL_KINK(1e-10, 1e-7) {
    @Override
    Sample draw(Draws d) {
      double distance = d.sign() * d.scale(-6, 0);
      double c = d.in(-1, 1);
      double x = d.in(-1, 1);
      double kink = x + distance;
      return Sample.of(
          p -> exp(p[0]) + c * max(0, p[0] - kink), x, exp(x) + (distance < 0 ? c : 0));
    }
  };

  private final double thoroughBar;
  private final double quickBar;

  /** Limits for the median of the bars, relative to the derivative. */
  Family(double thoroughBar, double quickBar) {
    this.thoroughBar = thoroughBar;
    this.quickBar = quickBar;
  }

  double thoroughBar() {
    return thoroughBar;
  }

  double quickBar() {
    return quickBar;
  }

  abstract Sample draw(Draws d);

  Sample draw(long seed) {
    return draw(new Draws(new SplittableRandom(seed)));
  }

  private static double product(double[] factors) {
    double product = 1;
    for (double entry : factors) {
      product *= entry;
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double sigmoid(double z) {
    return 1 / (1 + exp(-z));
  }

  private static double logisticCost(double[][] inputs, double[] labels, double[] theta) {
    double cost = 0;
    for (int s = 0; s < labels.length; s++) {
      double h = sigmoid(dot(inputs[s], theta));
      cost -= labels[s] * log(h) + (1 - labels[s]) * log(1 - h);
    }
    return cost / labels.length;
  }

  /** The cosine of the exact product, whose rounding would be an error of the closed form. */
  private static double cosineOfProduct(double w, double x) {
    double product = w * x;
    double rest = fma(w, x, -product);
    return cos(product) - sin(product) * rest;
  }

  /** A number between -1 and 1 that depends on every bit of {@code x}. */
  private static double noise(double x, long seed) {
    return 2 * new SplittableRandom(Double.doubleToLongBits(x) * 31 + seed).nextDouble() - 1;
  }
}

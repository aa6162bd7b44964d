package org.backproof.verify.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.backproof.verify.difference.Estimate.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceGradientTest {
  private static final int SIZE = 1000;

  /** Smooth, with a derivative by every entry that is easily written down. */
  private static double smooth(double[] p) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += Math.sin(p[i]) * (1 + i % 7);
    }
    return sum;
  }

  private static double[] point(int size) {
    return IntStream.range(0, size).mapToDouble(i -> Math.cos(1.7 * i)).toArray();
  }

  private static double derivative(double[] x, int i) {
    return Math.cos(x[i]) * (1 + i % 7);
  }

  @Test
  void quickGradientOfManyEntriesTakesFourEvaluationsAnEntry() {
    double[] x = point(SIZE);

    GradientEstimate gradient =
        DifferenceGradient.quick().estimate(DifferenceGradientTest::smooth, x);

    assertThat(gradient.size()).isEqualTo(SIZE);
    assertThat(gradient.evaluations()).isBetween(4L * SIZE, 4L * SIZE + SIZE);
    for (int i = 0; i < SIZE; i++) {
      assertThat(gradient.at(i).covers(derivative(x, i))).isTrue();
      assertThat(gradient.at(i).error()).isLessThan(1e-7);
    }
  }

  @Test
  void thoroughGradientIsThatOfThePartials() {
    double[] x = point(20);

    GradientEstimate gradient =
        DifferenceGradient.thorough().estimate(DifferenceGradientTest::smooth, x);

    for (int i = 0; i < x.length; i++) {
      assertThat(gradient.at(i))
          .isEqualTo(RichardsonDifference.partial(DifferenceGradientTest::smooth, x, i));
      assertThat(gradient.values()[i]).isEqualTo(gradient.at(i).value());
      assertThat(gradient.errors()[i]).isEqualTo(gradient.at(i).error());
    }
  }

  @Test
  void evaluationsAreCounted() {
    AtomicInteger calls = new AtomicInteger();
    ToDoubleFunction<double[]> counted =
        p -> {
          calls.incrementAndGet();
          return smooth(p);
        };

    assertThat(DifferenceGradient.quick().estimate(counted, point(200)).evaluations())
        .isEqualTo(calls.getAndSet(0));
    assertThat(DifferenceGradient.thorough().estimate(counted, point(5)).evaluations())
        .isEqualTo(calls.get());
  }

  @Test
  void entriesThatDoNotFitTheCommonStepAreTreatedThoroughly() {
    // A kink, one nearby, a scale of 1e-9, one out of the domain.
    ToDoubleFunction<double[]> f =
        p -> Math.abs(p[0]) + Math.abs(p[1]) + Math.exp(1e9 * p[2]) + Math.sqrt(p[3]) + p[4];
    double[] x = {0, 1e-6, 0, 1e-9, 5};

    GradientEstimate gradient = DifferenceGradient.quick().estimate(f, x);

    assertThat(gradient.at(0).error()).isBetween(1.0, 1.001);
    assertThat(gradient.at(1).covers(1)).isTrue();
    assertThat(gradient.at(1).error()).isLessThan(1e-6);
    assertThat(gradient.at(2).covers(1e9)).isTrue();
    assertThat(gradient.at(2).error()).isLessThan(1);
    assertThat(gradient.at(3).covers(0.5 / Math.sqrt(1e-9))).isTrue();
    assertThat(gradient.at(4).covers(1)).isTrue();
  }

  @Test
  void functionThatIsNotFiniteAlongSomeEntriesHasTheOthers() {
    ToDoubleFunction<double[]> f = p -> Math.sqrt(p[0]) + p[1] * p[1];
    double[] x = {0, 3};

    for (DifferenceGradient method : methods()) {
      GradientEstimate gradient = method.estimate(f, x);

      assertThat(gradient.at(0).outcome()).isEqualTo(Outcome.NOT_FINITE);
      assertThat(gradient.values()[0]).isNaN();
      assertThat(gradient.errors()[0]).isInfinite();
      assertThat(gradient.at(1).covers(6)).isTrue();
    }
  }

  @Test
  void functionOfNothingHasAnEmptyGradient() {
    for (DifferenceGradient method : methods()) {
      assertThat(method.estimate(p -> 1, new double[0]).size()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void threadsDoNotChangeABit(int threads) {
    ToDoubleFunction<double[]> f = p -> smooth(p) + Math.abs(p[3]);
    double[] x = point(150);
    x[3] = 0;

    for (DifferenceGradient method : methods()) {
      GradientEstimate one = method.estimate(f, x);
      GradientEstimate several = method.withThreads(threads).estimate(f, x);

      assertThat(several.values()).containsExactly(one.values());
      assertThat(several.errors()).containsExactly(one.errors());
      assertThat(several.evaluations()).isEqualTo(one.evaluations());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void eachThreadHasItsOwnPointWithOneEntryMoved(int threads) {
    double[] x = point(100);
    double[] before = x.clone();
    AtomicInteger others = new AtomicInteger();
    ToDoubleFunction<double[]> f =
        p -> {
          assertThat(p).isNotSameAs(x);
          int moved = 0;
          for (int i = 0; i < p.length; i++) {
            moved += p[i] == before[i] ? 0 : 1;
          }
          // The noise is measured with all entries moved.
          others.addAndGet(moved > 1 && moved < p.length ? 1 : 0);
          return smooth(p);
        };

    for (DifferenceGradient method : methods()) {
      method.withThreads(threads).estimate(f, x);
    }

    assertThat(others).hasValue(0);
    assertThat(x).containsExactly(before);
  }

  @Test
  void noTwoThreadsAreGivenTheSameArray() {
    Thread caller = Thread.currentThread();
    CountDownLatch twoAtWork = new CountDownLatch(2);
    Map<double[], Thread> owners = Collections.synchronizedMap(new IdentityHashMap<>());
    Set<Thread> shared = ConcurrentHashMap.newKeySet();
    ToDoubleFunction<double[]> f =
        p -> {
          Thread thread = Thread.currentThread();
          Thread owner = owners.putIfAbsent(p, thread);
          if (owner == null && thread != caller) {
            twoAtWork.countDown();
            awaitQuietly(twoAtWork);
          } else if (owner != null && !owner.equals(thread)) {
            shared.add(thread);
          }
          return smooth(p);
        };

    DifferenceGradient.quick().withThreads(2).estimate(f, point(100));

    assertThat(twoAtWork.getCount()).isZero();
    assertThat(shared).isEmpty();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void progressCountsTheFinishedEntries(int threads) {
    List<Integer> seen = new ArrayList<>();
    AtomicInteger listening = new AtomicInteger();
    AtomicInteger mostListening = new AtomicInteger();

    DifferenceGradient.quick()
        .withThreads(threads)
        .withProgress(
            finished -> {
              mostListening.accumulateAndGet(listening.incrementAndGet(), Math::max);
              LockSupport.parkNanos(100_000);
              seen.add(finished);
              listening.decrementAndGet();
            })
        .estimate(DifferenceGradientTest::smooth, point(100));

    assertThat(seen).containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
    assertThat(mostListening).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void whatTheProgressThrowsEndsTheWork(int threads) {
    IllegalStateException enough = new IllegalStateException("enough");
    AtomicInteger calls = new AtomicInteger();
    DifferenceGradient gradient =
        DifferenceGradient.thorough()
            .withThreads(threads)
            .withProgress(
                finished -> {
                  calls.incrementAndGet();
                  if (finished == 3) {
                    throw enough;
                  }
                });

    assertThatThrownBy(() -> gradient.estimate(DifferenceGradientTest::smooth, point(SIZE)))
        .isSameAs(enough);
    assertThat(calls.get()).isBetween(3, SIZE / 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void whatTheFunctionThrowsIsThrown(int threads) {
    AtomicInteger calls = new AtomicInteger();
    IllegalStateException failure = new IllegalStateException("no data");
    ToDoubleFunction<double[]> failing =
        p -> {
          if (calls.incrementAndGet() > 500) {
            throw failure;
          }
          return smooth(p);
        };

    assertThatThrownBy(
            () -> DifferenceGradient.quick().withThreads(threads).estimate(failing, point(SIZE)))
        .isSameAs(failure);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void interruptionCancels(int threads) {
    Thread caller = Thread.currentThread();
    DifferenceGradient gradient =
        DifferenceGradient.quick()
            .withThreads(threads)
            .withProgress(
                finished -> {
                  if (finished == 5) {
                    caller.interrupt();
                  }
                });

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> gradient.estimate(DifferenceGradientTest::smooth, point(2000)))
        .withMessage("the thread was interrupted before all entries were finished");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void resultsAreCopies() {
    GradientEstimate gradient =
        DifferenceGradient.quick().estimate(DifferenceGradientTest::smooth, point(3));
    double value = gradient.at(0).value();

    Arrays.fill(gradient.values(), 7);
    Arrays.fill(gradient.errors(), 7);

    assertThat(gradient.at(0).value()).isEqualTo(value);
    assertThat(gradient.at(0).error()).isNotEqualTo(7);
  }

  @Test
  void badArgumentsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DifferenceGradient.quick().withThreads(0))
        .withMessage("the number of threads must be at least 1, but is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DifferenceGradient.quick()
                    .estimate(DifferenceGradientTest::smooth, new double[] {0, Double.NaN}))
        .withMessage("x[1] is NaN: a derivative needs finite entries");
  }

  private static List<DifferenceGradient> methods() {
    return List.of(DifferenceGradient.quick(), DifferenceGradient.thorough());
  }
}

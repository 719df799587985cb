package nn.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import nn.api.Kernels;
import nn.api.KernelsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Short jobs and jobs of tiny pieces stay with the plain arithmetic; long ones change over. */
class WarmingLenderTest {
  /** A back end that does nothing, and so is faster than any other. */
  private final Kernels idle =
      (Kernels)
          Proxy.newProxyInstance(
              Kernels.class.getClassLoader(),
              new Class<?>[] {Kernels.class},
              (proxy, method, args) -> null);

  private final WarmUp warmUp = new WarmUp(() -> new Arithmetic.Opened("idle", "", () -> idle));
  private final Lender lender = new WarmingLender(warmUp);

  @Test
  void aShortJobBeginsNothing() {
    Kernels first = lender.lend(WarmUp.SHORT_JOB);
    assertInstanceOf(AutoVectorKernels.class, first);
    assertSame(first, lender.lend(0));
    assertFalse(warmUp.hasBegun());
  }

  @Test
  void whatWasExpectedDoesNotCount() {
    warmUp.expect(WarmUp.SHORT_JOB);
    warmUp.expect(2 * WarmUp.SHORT_JOB);
    lender.lend(3 * WarmUp.SHORT_JOB);
    assertFalse(warmUp.hasBegun());
    lender.lend(WarmUp.SHORT_JOB);
    assertTrue(warmUp.hasBegun());
  }

  @Test
  void allThreadsCountTogether() {
    lender.lend(WarmUp.SHORT_JOB);
    assertFalse(warmUp.hasBegun());
    new WarmingLender(warmUp).lend(WarmUp.SHORT_JOB);
    assertTrue(warmUp.hasBegun());
  }

  @Test
  @Timeout(60)
  void aSharedPieceOfWorkCountsOnce() {
    CountDownLatch opening = new CountDownLatch(1);
    Arithmetic arithmetic = Arithmetic.auto(List.of(new Slow(opening, idle)));
    try (Crew crew = new Crew(arithmetic, 2)) {
      crew.split(1000, WarmUp.SHORT_JOB, (from, to, kernels) -> {});
      assertFalse(arithmetic.isWarmingUp());
      crew.split(1000, WarmUp.SHORT_JOB, (from, to, kernels) -> {});
      assertTrue(arithmetic.isWarmingUp());
    }
    opening.countDown();
  }

  @Test
  void tinyPiecesDoNotCount() {
    long pieces = 2 * WarmUp.SHORT_JOB / WarmingLender.WORTH;
    for (long i = 0; i < pieces; i++) {
      lender.lend(WarmingLender.WORTH - 1);
    }
    assertFalse(warmUp.hasBegun());
    for (long i = 0; i < pieces; i++) {
      lender.lend(WarmingLender.WORTH);
    }
    assertTrue(warmUp.hasBegun());
  }

  @Test
  void aLongJobThatIsExpectedBeginsAtOnce() {
    warmUp.expect(WarmUp.LONG_JOB - 1);
    assertFalse(warmUp.hasBegun());
    warmUp.expect(WarmUp.LONG_JOB);
    assertTrue(warmUp.hasBegun());
  }

  @Test
  @Timeout(60)
  void aLongJobChangesOverWhenTheBackEndIsFaster() {
    Kernels plain = lender.lend(WarmUp.SHORT_JOB + 1);
    Kernels now = plain;
    while (now == plain) {
      Thread.onSpinWait();
      now = lender.lend(WarmingLender.WORTH);
    }
    assertSame(idle, now);
    assertSame(idle, lender.lend(0));
  }

  @Test
  @Timeout(60)
  void whileItGetsReadyACrewThatFillsTheProcessorsLeavesThemToIt() {
    CountDownLatch opening = new CountDownLatch(1);
    Arithmetic arithmetic = Arithmetic.auto(List.of(new Slow(opening, idle)));
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    try (Crew crew = new Crew(arithmetic, threads)) {
      assertEquals(threads, atWork(crew).size());
      arithmetic.expect(WarmUp.LONG_JOB);
      assertEquals(Set.of(Thread.currentThread()), atWork(crew));
      opening.countDown();
      while (arithmetic.isWarmingUp()) {
        Thread.onSpinWait();
      }
      assertEquals(threads, atWork(crew).size());
    }
  }

  @Test
  @Timeout(60)
  void whereThereIsNothingToWarmUpTheCrewGoesOnSharing() {
    Arithmetic arithmetic = Arithmetic.auto(List.of());
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    try (Crew crew = new Crew(arithmetic, threads)) {
      arithmetic.expect(WarmUp.LONG_JOB);
      while (arithmetic.isWarmingUp()) {
        Thread.onSpinWait();
      }
      assertEquals(threads, atWork(crew).size());
    }
  }

  private static Set<Thread> atWork(Crew crew) {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    long work = crew.arithmetic().smallWork();
    crew.split(1000, work, (from, to, kernels) -> threads.add(Thread.currentThread()));
    return threads;
  }

  /** A back end that opens when it is let. */
  private record Slow(CountDownLatch opening, Kernels kernels) implements KernelsProvider {
    @Override
    public String name() {
      return "slow";
    }

    @Override
    public int priority() {
      return 1;
    }

    @Override
    public boolean exact() {
      return true;
    }

    @Override
    public Opening open() {
      try {
        opening.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Opening(Optional.of(() -> kernels), "opened late");
    }
  }
}

package nn.core.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import nn.api.Kernels;
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
    assertInstanceOf(PlainKernels.class, first);
    assertSame(first, lender.lend(0));
    assertFalse(warmUp.hasBegun());
  }

  @Test
  void tinyPiecesDoNotCount() {
    lender.lend(WarmUp.SHORT_JOB);
    lender.lend(WarmingLender.WORTH - 1);
    assertFalse(warmUp.hasBegun());
    lender.lend(WarmingLender.WORTH);
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
}

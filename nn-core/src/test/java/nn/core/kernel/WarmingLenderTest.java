package nn.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nn.api.Kernels;
import nn.api.KernelsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Short jobs and jobs of tiny pieces stay with the plain arithmetic; long ones change over. */
class WarmingLenderTest {
  private final CountDownLatch opened = new CountDownLatch(1);
  private final Lender lender = Arithmetic.auto(List.of(new Idle())).lender();

  /** A back end that does nothing, and so is faster than any other. */
  private final class Idle implements KernelsProvider {
    @Override
    public String name() {
      return "idle";
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
      opened.countDown();
      Class<?>[] type = {Kernels.class};
      return new Opening(
          Optional.of(
              () ->
                  (Kernels)
                      Proxy.newProxyInstance(
                          Kernels.class.getClassLoader(), type, (proxy, method, args) -> null)),
          "does nothing");
    }
  }

  @Test
  void aShortJobOpensNothing() {
    Kernels first = lender.lend(WarmUp.SHORT_JOB);
    assertInstanceOf(PlainKernels.class, first);
    assertSame(first, lender.lend(0));
    assertEquals(1, opened.getCount());
  }

  @Test
  void tinyPiecesDoNotCount() {
    lender.lend(WarmUp.SHORT_JOB);
    for (int i = 0; i < 1000; i++) {
      lender.lend(999);
    }
    assertEquals(1, opened.getCount());
  }

  @Test
  @Timeout(60)
  void aLongJobChangesOverWhenTheBackEndIsFaster() throws InterruptedException {
    Kernels plain = lender.lend(WarmUp.SHORT_JOB);
    lender.lend(1000);
    assertTrue(opened.await(30, TimeUnit.SECONDS));
    Kernels now = lender.lend(0);
    while (now == plain) {
      Thread.onSpinWait();
      now = lender.lend(0);
    }
    assertInstanceOf(CheckedKernels.class, now);
    assertNotSame(plain, now);
    assertSame(now, lender.lend(1000));
  }
}

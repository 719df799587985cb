package nn.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nn.api.Kernels;
import nn.api.KernelsProvider;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
  private record Fake(String name, int priority, boolean exact, Supplier<Opening> opening)
      implements KernelsProvider {
    @Override
    public Opening open() {
      return opening.get();
    }
  }

  private static KernelsProvider opens(String name, int priority, boolean exact) {
    return opens(name, priority, exact, PlainKernels::new);
  }

  private static KernelsProvider opens(
      String name, int priority, boolean exact, Supplier<Kernels> kernels) {
    return new Fake(
        name, priority, exact, () -> new KernelsProvider.Opening(Optional.of(kernels), "256 bits"));
  }

  private static KernelsProvider absent(String name, int priority) {
    return new Fake(
        name,
        priority,
        true,
        () -> new KernelsProvider.Opening(Optional.empty(), "add --add-modules x"));
  }

  @Test
  void withoutProvidersItIsPlain() {
    Arithmetic plain = Arithmetic.choose(List.of());
    assertEquals("plain", plain.name());
    assertEquals("arithmetic: plain", plain.detail());
    assertInstanceOf(AutoVectorKernels.class, plain.create());
    assertNotSame(plain.create(), plain.create());
    assertEquals("arithmetic: plain", Arithmetic.plain().detail());
  }

  @Test
  void theHighestPriorityThatOpensIsChosen() {
    Arithmetic chosen =
        Arithmetic.choose(List.of(opens("low", 1, true), absent("top", 9), opens("mid", 5, true)));
    assertEquals("mid", chosen.name());
    assertEquals("arithmetic: mid, 256 bits", chosen.detail());
  }

  @Test
  void everyOtherBackEndIsBehindTheChecks() {
    Kernels chosen = Arithmetic.choose(List.of(opens("simd", 1, true))).create();
    assertInstanceOf(PlainKernels.class, assertInstanceOf(CheckedKernels.class, chosen).kernels());
  }

  @Test
  void equalPrioritiesAreChosenByName() {
    KernelsProvider a = opens("a", 1, true);
    KernelsProvider b = opens("b", 1, true);
    assertEquals("a", Arithmetic.choose(List.of(a, b)).name());
    assertEquals("a", Arithmetic.choose(List.of(b, a)).name());
  }

  @Test
  void anInexactOneIsChosenOnlyByName() {
    List<KernelsProvider> providers = List.of(opens("blas", 9, false), opens("simd", 5, true));
    assertEquals("simd", Arithmetic.choose(providers).name());
    assertEquals("blas", Arithmetic.choose(providers, "blas").name());
    assertEquals("plain", Arithmetic.choose(providers, "plain").name());
  }

  @Test
  void whatIsAbsentIsNamedWithItsSentence() {
    assertEquals(
        "arithmetic: plain (simd is not used: add --add-modules x)",
        Arithmetic.choose(List.of(absent("simd", 5))).detail());
  }

  @Test
  void aProviderThatFailsIsPassedOver() {
    KernelsProvider throwing =
        new Fake(
            "bad",
            9,
            true,
            () -> {
              throw new IllegalStateException("broken");
            });
    KernelsProvider unlinked =
        opens(
            "old",
            8,
            true,
            () -> {
              throw new NoClassDefFoundError("gone/Vector");
            });
    assertEquals(
        "simd", Arithmetic.choose(List.of(throwing, unlinked, opens("simd", 1, true))).name());
    assertEquals(
        "arithmetic: plain (bad is not used: java.lang.IllegalStateException: broken;"
            + " old is not used: java.lang.NoClassDefFoundError: gone/Vector)",
        Arithmetic.choose(List.of(throwing, unlinked)).detail());
  }

  @Test
  void aProviderThatCannotEvenSayItsNameIsPassedOver() {
    KernelsProvider nameless =
        new KernelsProvider() {
          @Override
          public String name() {
            throw new LinkageError("no name");
          }

          @Override
          public int priority() {
            return 0;
          }

          @Override
          public boolean exact() {
            return true;
          }

          @Override
          public Opening open() {
            throw new AssertionError("must not be opened");
          }
        };
    assertEquals(
        "arithmetic: plain (%s is not used: java.lang.LinkageError: no name)"
            .formatted(nameless.getClass().getName()),
        Arithmetic.choose(List.of(nameless)).detail());
  }

  @Test
  void anUnknownNameListsTheKnownOnes() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Arithmetic.choose(List.of(opens("simd", 1, true)), "smid"));
    assertEquals("No arithmetic is called \"smid\"; use one of: plain, simd", e.getMessage());
  }

  @Test
  void aNamedOneThatCannotBeUsedIsAnError() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Arithmetic.choose(List.of(absent("simd", 5), opens("other", 1, true)), "simd"));
    assertEquals(
        "The arithmetic simd is not used: add --add-modules x; use \"plain\" or name none",
        e.getMessage());
  }
}

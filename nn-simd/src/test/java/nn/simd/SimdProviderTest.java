package nn.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nn.api.Kernels;
import nn.api.KernelsProvider;
import nn.api.KernelsProvider.Opening;
import nn.core.kernel.Arithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The build runs this twice: with the vector module and without it. */
class SimdProviderTest {
  private static final boolean THERE = ModuleLayer.boot().findModule(VectorModule.NAME).isPresent();

  private final KernelsProvider provider = new SimdProvider();

  @Test
  void opensWhereTheVectorModuleIsAndElseSaysWhatHelps() {
    Opening opening = provider.open();
    assertEquals(THERE, opening.kernels().isPresent());
    if (THERE) {
      assertTrue(
          opening.detail().matches("(128|256|512) bits \\(jdk\\.incubator\\.vector\\)"),
          opening.detail());
    } else {
      assertEquals(
          "vector module not loaded; add --add-modules jdk.incubator.vector", opening.detail());
    }
  }

  @Test
  void theOneLineSaysWhatIsUsedAndWhyNothingBetter() {
    String line = Arithmetic.choose(List.of(provider)).detail();
    String expected =
        THERE
            ? "arithmetic: simd, " + provider.open().detail()
            : "arithmetic: plain (simd is not used: vector module not loaded;"
                + " add --add-modules jdk.incubator.vector)";
    assertEquals(expected, line);
  }

  @Test
  void everyThreadGetsItsOwnArithmetic() {
    provider.open().kernels().ifPresent(SimdProviderTest::assertDistinct);
  }

  private static void assertDistinct(Supplier<Kernels> factory) {
    assertNotSame(factory.get(), factory.get());
  }

  @Test
  void isExactAndBeforeOthers() {
    assertEquals("simd", provider.name());
    assertTrue(provider.exact());
    assertTrue(provider.priority() > 0);
  }

  @Test
  void noVectorStandsInAFieldOrSignature() {
    Stream<Class<?>> fields = Stream.of(SimdProvider.class.getDeclaredFields()).map(Field::getType);
    Stream<Class<?>> results =
        Stream.of(SimdProvider.class.getDeclaredMethods()).map(Method::getReturnType);
    Stream<Class<?>> parameters =
        Stream.of(SimdProvider.class.getDeclaredMethods())
            .flatMap(method -> Stream.of(method.getParameterTypes()));
    Stream.of(fields, results, parameters)
        .flatMap(types -> types)
        .forEach(type -> assertFalse(type.getName().contains("incubator"), type.getName()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"interpreted mode", "mixed mode, emulated-client, sharing"})
  void isNotUsedWhereNothingIsOptimised(String info) {
    assertFalse(SimdProvider.compiles(info));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixed mode, sharing", "compiled mode", ""})
  void isUsedWhereTheCompilerWorks(String info) {
    assertTrue(SimdProvider.compiles(info));
  }
}

package nn.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import nn.api.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between modules and the bans of the house, checked on the compiled classes. */
class ArchitectureTest {
  /** Fewer than in the first release: a scan that sees less has lost its way. */
  private static final int LEAST_CLASSES = 120;

  private static final String[] PLUGINS = {"nn.activations..", "nn.losses..", "nn.optimizers.."};
  private static final String SIMD = "nn.simd..";
  private static final String VECTORS = "jdk.incubator.vector..";
  private static final String[] BASE = {"nn.api..", "java..", "org.jspecify.."};

  /** They may differ between Java versions in the last bits; StrictMath's may not. */
  private static final Set<String> TRANSCENDENTAL =
      Set.of(
          "exp", "expm1", "log", "log10", "log1p", "sin", "cos", "tan", "asin", "acos", "atan",
          "atan2", "sinh", "cosh", "tanh", "pow", "cbrt", "hypot");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("nn");

  private static final ArchRule LOADER =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("nn.core.plugin.Plugins")
          .should()
          .accessClassesThat()
          .areAssignableTo(ServiceLoader.class)
          .because("discovery happens in one place");

  private static final ArchRule STREAMS =
      noClasses()
          .should()
          .accessTargetWhere(
              access(
                  "System.out, System.err or System.in",
                  (owner, name) ->
                      owner.equals("java.lang.System")
                          && Set.of("out", "err", "in").contains(name)))
          .because("only nn.demo.Main knows where output goes");

  private static final ArchRule MATH =
      noClasses()
          .should()
          .accessTargetWhere(
              access(
                  "a transcendental function of Math",
                  (owner, name) -> owner.equals("java.lang.Math") && TRANSCENDENTAL.contains(name)))
          .because("same seed, same bits on every Java");

  private static final ArchRule SLEEP =
      noClasses()
          .should()
          .accessTargetWhere(
              access(
                  "Thread.sleep",
                  (owner, name) -> owner.equals("java.lang.Thread") && name.equals("sleep")));

  /** Elsewhere one such class would be missing on a Java started without the module. */
  private static final ArchRule VECTOR =
      noClasses()
          .that()
          .resideOutsideOfPackage(SIMD)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(VECTORS);

  /** Names of places are harmless, and where nn.jar lies is one; what opens them is not. */
  private static final ArchRule NETWORK =
      noClasses()
          .that()
          .resideOutsideOfPackage("nn.core.plugin..")
          .should()
          .accessTargetWhere(
              access(
                  "the network",
                  (owner, name) ->
                      owner.startsWith("java.net.http.")
                          || owner.startsWith("javax.net.")
                          || owner.matches(
                              "java\\.net\\..*(Socket|Connection|Loader|InetAddress).*")
                          || (owner.equals("java.net.URL")
                              && Set.of("openStream", "openConnection", "getContent")
                                  .contains(name))));

  private static final ArchRule CHANCE =
      noClasses()
          .should()
          .accessTargetWhere(
              access(
                  "chance from outside nn.core.random",
                  (owner, name) ->
                      owner.equals("java.util.Random")
                          || owner.equals("java.util.SplittableRandom")
                          || owner.equals("java.util.concurrent.ThreadLocalRandom")
                          || owner.equals("java.security.SecureRandom")
                          || (owner.equals("java.lang.Math") && name.equals("random"))))
          .because("all chance comes from the seed");

  private static final ArchRule SERIALIZATION =
      noClasses()
          .that()
          .areNotAssignableTo(Throwable.class)
          .and()
          .areNotEnums()
          .and()
          // A lambda that a comparator of the JDK wants serializable is none of ours.
          .areNotAnonymousClasses()
          .should()
          .implement(java.io.Serializable.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectInputStream")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.ObjectOutputStream");

  static Stream<Arguments> rules() {
    return Stream.of(
        rule(
            "nn.api needs the JDK alone",
            classes()
                .that()
                .resideInAPackage("nn.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BASE)),
        rule("activations need nn.api alone", plugin("nn.activations..")),
        rule("losses need nn.api alone", plugin("nn.losses..")),
        rule("optimizers need nn.api alone", plugin("nn.optimizers..")),
        rule(
            "vector arithmetic needs nn.api and the vector module alone",
            classes()
                .that()
                .resideInAPackage(SIMD)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(SIMD, VECTORS, BASE[0], BASE[1], BASE[2])),
        rule("only nn.simd knows vectors", VECTOR),
        rule(
            "nn.core names neither a plugin nor the program",
            noClasses()
                .that()
                .resideInAPackage("nn.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "nn.activations..", "nn.losses..", "nn.optimizers..", SIMD, "nn.demo..")),
        rule(
            "nn.demo names no plugin",
            noClasses()
                .that()
                .resideInAPackage("nn.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLUGINS)),
        rule(
            "nn.demo finds its arithmetic",
            noClasses()
                .that()
                .resideInAPackage("nn.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SIMD)),
        rule(
            "nn.core has no circles of packages",
            slices().matching("nn.core.(*)..").should().beFreeOfCycles()),
        rule("only Plugins loads services", LOADER),
        rule("standard streams are left to the program", STREAMS),
        rule(
            "only Main opens the descriptors of the standard streams",
            noClasses()
                .that()
                .doNotHaveFullyQualifiedName("nn.demo.Main")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.FileDescriptor")),
        rule("no transcendental function of Math", MATH),
        rule("no Java serialization", SERIALIZATION),
        rule("nobody sleeps", SLEEP),
        rule("no network: only plugin JARs are opened as URLs", NETWORK),
        rule("no other source of chance", CHANCE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theRuleHolds(String name, ArchRule rule) {
    rule.as(name).check(MAIN);
  }

  @Test
  void theScanSawTheClassesOfEveryModule() {
    assertTrue(MAIN.size() >= LEAST_CLASSES, () -> "Only " + MAIN.size() + " classes were seen.");
    for (String type :
        List.of(
            "nn.api.Activation",
            "nn.core.train.Trainer",
            "nn.activations.Relu",
            "nn.losses.CrossEntropy",
            "nn.optimizers.Adam",
            "nn.simd.SimdProvider",
            "nn.demo.Main")) {
      assertTrue(MAIN.contain(type), type);
    }
    List<String> tests =
        MAIN.stream().map(JavaClass::getName).filter(n -> n.endsWith("Test")).toList();
    assertEquals(List.of(), tests, "test classes slipped in");
  }

  static Stream<ArchRule> bans() {
    return Stream.of(LOADER, STREAMS, MATH, SLEEP, NETWORK, CHANCE, SERIALIZATION);
  }

  @ParameterizedTest
  @MethodSource("bans")
  void aClassThatBreaksTheBanIsNoticed(ArchRule ban) {
    JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
    assertThrows(AssertionError.class, () -> ban.check(offender));
  }

  /** Does everything that is forbidden, but is never run. */
  @SuppressWarnings({"unused", "ThreadSleep"})
  private static final class Offender implements java.io.Serializable {
    private static final long serialVersionUID = 1L;

    void offend() throws InterruptedException, IOException {
      new URL("file:nothing").openStream().close();
      DoubleUnaryOperator reference = Math::tanh;
      System.out.println(reference.applyAsDouble(Math.random()));
      Thread.sleep(1);
      ServiceLoader.load(Activation.class);
    }
  }

  private static ArchRule plugin(String packages) {
    return classes()
        .that()
        .resideInAPackage(packages)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(Stream.of(packages), Stream.of(BASE)).toArray(String[]::new));
  }

  private static Arguments rule(String name, ArchRule rule) {
    return Arguments.of(name, rule);
  }

  private interface Access {
    boolean test(String owner, String name);
  }

  private static DescribedPredicate<JavaAccess<?>> access(String words, Access access) {
    return DescribedPredicate.describe(
        words, a -> access.test(a.getTargetOwner().getName(), a.getTarget().getName()));
  }
}

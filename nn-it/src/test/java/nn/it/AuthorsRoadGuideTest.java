package nn.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who follows the guide to the letter gets what it promises. */
class AuthorsRoadGuideTest {
  private static final String SOURCE = "knee/Knee.java";
  private static final String SERVICES = "knee/classes/META-INF/services/nn.api.Activation";

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void fromNothingToATrainedNetworkAndBack(Jdk jdk) throws Exception {
    assumeFalse(Platform.WINDOWS, "the commands are for sh");
    Guide guide = Guide.of("writing-a-plugin.md");
    Path project = Checkout.at(folder.resolve("nn"));
    guide.save(project);
    List<String> told = new ArrayList<>();
    for (String block : guide.commands()) {
      told.add(shell(jdk, project, block).expect(0).out());
    }
    assertEquals(3, told.size(), guide.commands().toString());
    String checked = told.get(0).lines().findFirst().orElse("");
    assertTrue(
        checked.startsWith("activation knee: ")
            && anyNumber(guide.text()).contains(anyNumber(checked)),
        checked);
    assertTrue(told.get(1).startsWith("knee, activation\n"), told.get(1));
    assertTrue(told.get(2).contains("16 knee(slope=0.2), 1 identity"), told.get(2));

    Files.delete(project.resolve("plugins/knee-1.0.jar"));
    Result without = shell(jdk, project, "./nn predict price.nn some-houses.csv\n").expect(1);
    assertTrue(without.err().startsWith("nn: price.nn uses"), without.err());
    String missing = without.err().replaceAll("SHA-256 [0-9a-f]{64}", "SHA-256 ...");
    assertTrue(guide.text().contains("```text\n" + missing + "```"), without.err());
  }

  /** A new rule is no reason to change the guide. */
  private static String anyNumber(String text) {
    return text.replaceAll("[0-9]+ (passed|skipped)", "some $1");
  }

  /** Runs lines as they are typed, with the tools of a JDK. */
  private static Result shell(Jdk jdk, Path project, String lines) throws Exception {
    String tools = jdk.java().getParent() + File.pathSeparator + System.getenv("PATH");
    return new Command(List.of("/bin/sh", "-ec", lines))
        .with("JAVA_HOME", jdk.home().toString())
        .with("PATH", tools)
        .in(project)
        .run();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("declares no plugin", "(?s).*", "", SERVICES),
        arguments(
            "is declared in META-INF/services but is not in the JAR", "Knee", "Kne", SERVICES),
        arguments("must be declared public", "public record", "record", SOURCE),
        arguments("needs a public constructor without", "public Knee..", "Knee()", SOURCE));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void theMistakesThatItExplainsAreToldInItsWords(
      String told, String right, String wrong, String file) throws Exception {
    Guide guide = Guide.of("writing-a-plugin.md");
    assertTrue(guide.text().contains("| `" + told), told);
    guide.save(folder);
    Path changed = folder.resolve(file);
    Files.writeString(changed, Files.readString(changed).replaceAll(right, wrong));

    Path jar = Files.createDirectory(folder.resolve("more")).resolve("knee-1.0.jar");
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Files.move(folder.resolve(SOURCE), sources.resolve("Knee.java"));
    SourceJar.write(jar, sources, folder.resolve("knee/classes"));
    String[] words = {"plugins", "knee", "--plugins=" + jar.getParent()};
    String err = Program.packaged().command(words).run().expect(2).err();
    assertTrue(err.contains(told) && err.contains("No plugin is called"), err);
  }
}

package nn.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A folder of plugin JARs that are wrong in every way we know of, and two good ones. */
final class Zoo {
  private static final String BODY =
      "public double value(double x) { return x; } public double derivative(double x) { return 1; }";
  private static final String FORM = "implements nn.api.ElementwiseActivation";

  private final Path folder;
  private final Path api;

  private Zoo(Path folder, Path api) {
    this.folder = folder;
    this.api = api;
  }

  /** Fills a folder, compiling against the API of a program. */
  static Path fill(Path folder, Program program) throws IOException {
    Zoo zoo = new Zoo(Files.createDirectories(folder), program.library("nn-api"));
    zoo.good();
    zoo.unreadable();
    zoo.wronglyDeclared();
    zoo.wronglyShaped();
    zoo.unloadable();
    zoo.doubled();
    return folder;
  }

  /** Source of an activation in package zoo. */
  static String activation(String head, String members) {
    return "package zoo; %s %s { %s %s }".formatted(head, FORM, members, BODY);
  }

  private static String record(String name) {
    return activation("public record " + name + "()", "");
  }

  private HandmadeJar of(String name, String source) throws IOException {
    return HandmadeJar.compiled(api, Map.of("zoo." + name, source));
  }

  /** One class, properly declared. */
  private HandmadeJar one(String name, String source) throws IOException {
    return of(name, source).activations("zoo." + name);
  }

  private void write(HandmadeJar jar, String file) throws IOException {
    jar.write(folder.resolve(file));
  }

  private void good() throws IOException {
    write(one("Fine", record("Fine")), "a-fine.jar");
    write(one("Sound", record("Sound")), "z-sound.jar");
  }

  private void unreadable() throws IOException {
    Files.writeString(folder.resolve("corrupt.jar"), "this is no archive");
    HandmadeJar newer = one("Newer", record("Newer"));
    newer.content("zoo/Newer.class")[7] = 99;
    write(newer, "newer.jar");
  }

  private void wronglyDeclared() throws IOException {
    write(of("Silent", record("Silent")), "silent.jar");
    write(of("Lines", record("Lines")).activations("public record Lines"), "lines.jar");
    write(of("Present", record("Present")).activations("zoo.Absent"), "absent.jar");
    write(of("Liar", record("Liar")).services("Loss", "zoo.Liar"), "liar.jar");
  }

  private void wronglyShaped() throws IOException {
    write(one("Hidden", activation("record Hidden()", "")), "hidden.jar");
    write(one("Needy", activation("public record Needy(double a)", "")), "needy.jar");
    write(one("Plain", activation("public final class Plain", "")), "plain.jar");
    String array = "public Lut() { this(new double[3]); }";
    write(one("Lut", activation("public record Lut(double[] table)", array)), "lut.jar");
    String refusing = "public Refusing { throw new IllegalStateException(\"not today\"); }";
    write(one("Refusing", activation("public record Refusing()", refusing)), "refusing.jar");
    String rash = "static { if (true) throw new IllegalStateException(\"no table\"); }";
    write(one("Rash", activation("public record Rash()", rash)), "rash.jar");
  }

  private void unloadable() throws IOException {
    String needing = record("Lonely").replace("implements", "implements zoo.Friend,");
    Map<String, String> both =
        Map.of("zoo.Lonely", needing, "zoo.Friend", "package zoo; public interface Friend {}");
    HandmadeJar lonely = HandmadeJar.compiled(api, both).activations("zoo.Lonely");
    write(lonely.without("zoo/Friend.class"), "lonely.jar");
    // javac refuses what the JVM is to refuse: compile against an open twin of the sealed type.
    Map<String, String> open =
        Map.of(
            "nn.api.Activation", "package nn.api; public interface Activation {}",
            "zoo.Odd", "package zoo; public record Odd() implements nn.api.Activation {}");
    HandmadeJar odd = HandmadeJar.compiled(api, open).activations("zoo.Odd");
    write(odd.without("nn/api/Activation.class"), "odd.jar");
    HandmadeJar greedy = one("Greedy", record("Greedy"));
    write(greedy.entry("nn/api/Plugin.class", new byte[] {1, 2, 3}), "greedy.jar");
  }

  private void doubled() throws IOException {
    HandmadeJar copy = one("Copy", record("Copy"));
    write(copy, "copy.jar");
    write(copy, "copy-of-copy.jar");
    write(one("Twin", record("Twin")), "twin-a.jar");
    String other = record("Twin").replace("package zoo;", "package park;");
    Map<String, String> elsewhere = Map.of("park.Twin", other);
    write(HandmadeJar.compiled(api, elsewhere).activations("park.Twin"), "twin-b.jar");
    write(one("Old", record("Old")), "old-1.0.jar");
    write(
        one("Old", activation("public record Old(int more)", "public Old() { this(1); }")),
        "old-1.1.jar");
  }
}

package nn.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program and everything it needs in one JAR, as shading tools make it. */
final class FatJar {
  private static final String MANIFEST =
      "Manifest-Version: 1.0\nMain-Class: nn.demo.Main\nMulti-Release: true\n\n";
  private static final String SERVICES = "META-INF/services/";

  private final HandmadeJar jar = new HandmadeJar();
  private final boolean merging;

  private FatJar(boolean merging) {
    this.merging = merging;
    jar.entry("META-INF/MANIFEST.MF", MANIFEST.getBytes(StandardCharsets.UTF_8));
  }

  /** What a careful tool makes: services files of the same name become one. */
  static HandmadeJar merged(Program program, Path... more) throws IOException {
    return new FatJar(true).of(program, more);
  }

  /** What a careless tool makes: of services files of the same name the last one stays. */
  static HandmadeJar overwritten(Program program, Path... more) throws IOException {
    return new FatJar(false).of(program, more);
  }

  private HandmadeJar of(Program program, Path... more) throws IOException {
    List<Path> all = new ArrayList<>(List.of(program.home().resolve("nn.jar")));
    all.addAll(program.libraries());
    all.addAll(List.of(more));
    for (Path each : all) {
      add(HandmadeJar.read(each));
    }
    return jar;
  }

  private void add(HandmadeJar from) {
    from.names().stream().filter(FatJar::isKept).forEach(name -> add(name, from.content(name)));
  }

  private static boolean isKept(String name) {
    return !name.equals("META-INF/MANIFEST.MF") && !name.endsWith("module-info.class");
  }

  private void add(String name, byte[] content) {
    boolean both = merging && name.startsWith(SERVICES) && jar.content(name) != null;
    jar.entry(name, both ? joined(jar.content(name), content) : content);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    String lines =
        new String(first, StandardCharsets.UTF_8)
            + "\n"
            + new String(second, StandardCharsets.UTF_8);
    return lines.getBytes(StandardCharsets.UTF_8);
  }

  /** Writes it where a program of one JAR is started from. */
  static Program write(HandmadeJar fat, Path folder) throws IOException {
    fat.write(Files.createDirectories(folder).resolve("nn.jar"));
    return new Program(folder);
  }
}

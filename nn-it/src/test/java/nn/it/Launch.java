package nn.it;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** The ways to start the program with plain java. */
enum Launch {
  JAR {
    @Override
    List<String> arguments(Path home) {
      return List.of("-jar", home.resolve("nn.jar").toString());
    }
  },
  CLASS_PATH {
    @Override
    List<String> arguments(Path home) {
      // The star is java's, not a shell's.
      String jars = home.resolve("nn.jar") + File.pathSeparator + home.resolve("lib") + "/*";
      return List.of("-cp", jars, MAIN);
    }
  },
  MODULE_PATH {
    @Override
    List<String> arguments(Path home) {
      String jars = home.resolve("lib") + File.pathSeparator + home.resolve("nn.jar");
      return List.of("-p", jars, "-m", "nn.demo/" + MAIN);
    }
  };

  private static final String MAIN = "nn.demo.Main";

  /** The arguments of java that start the program in this folder. */
  abstract List<String> arguments(Path home);
}

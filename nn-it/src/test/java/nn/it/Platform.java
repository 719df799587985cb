package nn.it;

import java.io.File;

/** The system that the tests run on. */
final class Platform {
  static final boolean WINDOWS = File.separatorChar == '\\';

  private Platform() {}
}

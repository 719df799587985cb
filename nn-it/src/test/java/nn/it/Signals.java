package nn.it;

import java.io.IOException;

/** Signals that a process was told to ignore before it began. */
final class Signals {
  /**
   * Starts a program that listens to Ctrl-C again: under a build that a shell put into the
   * background it would inherit that Ctrl-C is to be ignored.
   */
  static final String[] RESET = {"env", "--default-signal=INT"};

  private Signals() {}

  /** Whether this system can do so; elsewhere the tests must not run in the background. */
  static boolean canBeReset() throws InterruptedException {
    try {
      return new ProcessBuilder(Words.join(RESET, "true")).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}

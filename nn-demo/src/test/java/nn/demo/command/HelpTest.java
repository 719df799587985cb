package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.demo.Ran;
import nn.demo.terminal.FakeScreen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"house-price", "train", "evaluate", "predict", "explain", "plugins", "check"})
  void everyCommandHelps(String command) {
    Ran ran = Ran.nn(command, "--help").done();
    assertTrue(ran.text().startsWith("Usage: nn " + command), ran.out());
    for (String option : new String[] {"--plugins", "--seed", "--json", "--simd", "--debug"}) {
      assertTrue(ran.out().contains(option), option);
    }
    assertEquals("", ran.err());
  }

  @Test
  void theProgramHelps() {
    String text = Ran.nn("--help").done().text();
    assertTrue(text.contains("house-price"), text);
    assertTrue(
        text.contains("Exit codes:  0 done, 1 failed, 2 wrong usage, 130 interrupted."), text);
  }

  @Test
  void helpFitsTheWindow() {
    FakeScreen narrow = new FakeScreen(60, 24, false);
    Nn.run(narrow.terminal(), "train", "--help");
    assertTrue(narrow.seen().stream().anyMatch(line -> line.contains("--target")));
  }

  @Test
  void theHelpOfTrainHasTheDefaults() {
    String text = Ran.nn("train", "-h").done().out();
    assertTrue(text.contains("\"64 relu, 64 relu\""), text);
    assertTrue(text.contains("adam(learning-rate=0.001)"), text);
  }

  @Test
  void theVersionNamesTheJavaThatRuns() {
    String text = Ran.nn("--version").done().text();
    assertTrue(
        text.matches("nn \\S+( \\S+)? \\(Java " + Runtime.version().feature() + ".*\\)\\R"), text);
  }

  @Test
  void completionIsAScriptForTheShell() {
    String script = Ran.nn("generate-completion").done().out();
    assertTrue(script.startsWith("#!/usr/bin/env bash"), script);
    assertTrue(script.contains("house-price"), script);
  }

  @Test
  void noCommandIsWrongUsage() {
    Ran.nn().wrongUsage("Name a command, for example: nn house-price.");
  }

  @Test
  void aMistypedCommandOrOptionComesWithTheNearest() {
    Ran command = Ran.nn("trian");
    command.wrongUsage("There is no command 'trian'.");
    assertTrue(command.err().contains("Did you mean: nn train"), command.err());
    Ran option = Ran.nn("train", "a.csv", "--tarket", "price");
    option.wrongUsage("There is no option '--tarket'.");
    assertTrue(option.err().contains("--target"), option.err());
    assertTrue(option.err().contains("Try: nn train --help"), option.err());
    Ran.nn("house-price", 3, "again").wrongUsage("'again' is one argument too many.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"house-price", "plugins"})
  void aSeedThatIsNoNumberIsQuoted(String command) {
    Ran.nn(command, "--seed", "x")
        .wrongUsage("Invalid value for option '--seed': 'x' is not a whole number.");
  }

  @Test
  void wordsOfOptionsAreReadInAnyCase() {
    Ran.nn("house-price", "--simd", "OFF", "--json").done();
    Ran.nn("house-price", "--simd", "of")
        .wrongUsage("Invalid value for option '--simd': 'of' is not on or auto or off.");
  }

  @Test
  void theVariableForVectorsIsOnOrOff() {
    assertEquals(Common.Switch.AUTO, Common.fromVariable(null));
    assertEquals(Common.Switch.AUTO, Common.fromVariable(""));
    assertEquals(Common.Switch.ON, Common.fromVariable("On"));
    assertEquals(Common.Switch.OFF, Common.fromVariable("off"));
    Exception e = assertThrows(UsageException.class, () -> Common.fromVariable("of"));
    assertEquals(
        "The variable NN_SIMD is \"of\"; set it to on, auto or off, or remove it.", e.getMessage());
  }
}

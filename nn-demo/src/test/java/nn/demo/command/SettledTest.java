package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import nn.core.model.ModelFileException;
import nn.core.plugin.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Checkpoints whose texts are missing or damaged. */
class SettledTest {
  private static final Settled SETTLED =
      new Settled(
          Path.of("m.checkpoint"), Map.of("batch", "3x", "epochs", "9", "schedule", "cJnstant"));

  @Test
  void aNumberIsRead() {
    int epochs = SETTLED.value("epochs", Integer::valueOf);
    assertEquals(9, epochs);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertSays(
        "m.checkpoint does not say its seed, so training cannot go on from it. Train anew.",
        () -> SETTLED.value("seed", Long::valueOf));
  }

  @Test
  void aDamagedNumberIsQuoted() {
    assertSays(
        "m.checkpoint is damaged: its batch is \"3x\". Train anew.",
        () -> SETTLED.value("batch", Integer::valueOf));
  }

  @Test
  void aPluginThatIsNotThereIsNamedWithTheFile() {
    try (Plugins plugins = Plugins.discover()) {
      assertSays(
          "Training cannot go on from m.checkpoint, whose schedule is cJnstant: No schedule is"
              + " called 'cJnstant'. Did you mean constant? (nn plugins lists all 13.)",
          () -> SETTLED.value("schedule", plugins::schedule));
    }
  }

  private static void assertSays(String message, Executable part) {
    assertEquals(message, assertThrows(ModelFileException.class, part).getMessage());
  }
}

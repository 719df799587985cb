package nn.demo.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nn.core.plugin.Plugins;
import nn.core.train.Recipe;
import nn.demo.terminal.FakeScreen;
import nn.demo.terminal.Terminal;
import org.junit.jupiter.api.Test;

class TrainingViewTest {
  private static final Plugins PLUGINS = Plugins.discover();
  private static final Recipe RECIPE =
      Recipe.of(PLUGINS.loss("mse"), PLUGINS.optimizer("adam"), PLUGINS.schedule("constant"))
          .withEpochs(FakeProgress.EPOCHS)
          .withPatience(4);

  private final FakeScreen screen = new FakeScreen(80, 24, true);
  private final Terminal terminal = screen.terminal();
  private final FakeProgress progress = new FakeProgress();
  private long now;

  private TrainingView view(Terminal terminal) {
    TrainingView view = new TrainingView(terminal, RECIPE, () -> now);
    view.started(progress);
    return view;
  }

  /** Steps that last so many milliseconds each. */
  private void steps(TrainingView view, int count, int milliseconds) {
    for (int i = 0; i < count; i++) {
      now += TimeUnit.MILLISECONDS.toNanos(milliseconds);
      progress.step(view);
    }
  }

  @Test
  void beforeTheFirstEpochIsOverTheLossOfItsStepsIsShown() {
    steps(view(terminal), 4, 250);
    assertEquals(
        List.of(
            "Epoch 1 of 10 [>                                       ]   4 %  0:01, 0:24 left",
            "  training    2.0000              rate        0.0002",
            "                                  step/weight 1e-2",
            // 6 weights, 4 biases, each 0.5: the root of 10 quarters.
            "                                  gradient    1.6",
            "                                  dead units  -",
            "  health      good",
            ""),
        screen.seen());
  }

  @Test
  void afterAFewEpochsThereAreTheBestOneThePatienceLeftAndTheHistory() {
    TrainingView view = view(terminal);
    double[] validation = {0.5, 0.2, 0.3};
    for (double loss : validation) {
      steps(view, 10, 250);
      progress.end(view, 1.0 / progress.epoch(), loss);
    }
    steps(view, 1, 250);
    assertEquals(
        List.of(
            "Epoch 4 of 10 [===========>                            ]  31 %  0:07, 0:17 left",
            "  training    0.3333              rate        3.13e-5",
            "  validation  0.3000              step/weight 1e-2",
            "  best        0.2000 (epoch 2)    gradient    1.6",
            "  patience    3 of 4 epochs       dead units  0 of 3",
            "  health      good",
            ""),
        screen.seen().subList(0, 7));
    List<String> plot = screen.seen().subList(7, screen.seen().size());
    assertEquals("    1.0000 |.", plot.get(0).substring(0, 13));
    assertEquals("    0.2000 |", plot.get(6).substring(0, 12));
    assertEquals("            epoch 1                 . training", plot.get(7).substring(0, 46));
    assertTrue(plot.get(7).endsWith("* validation                 3"), plot.get(7));
  }

  @Test
  void theLastPictureHasTheLastNumbersAndWhatIsToldNextStandsBelow() {
    TrainingView view = view(terminal);
    steps(view, 10, 250);
    // No time passes, so no picture is due, yet this is the last that is heard.
    progress.end(view, 0.25, 0.125);
    view.close();
    terminal.line("Done.");
    List<String> seen = screen.seen();
    assertEquals(
        "Epoch 1 of 10 [====>                                              ]  10 %  0:02",
        seen.get(0));
    assertEquals("  training    0.2500              rate        9.09e-5", seen.get(1));
    assertEquals(List.of("", "Done.", ""), seen.subList(6, seen.size()));
  }

  @Test
  void withoutValidationRowsThereIsNoBestOne() {
    TrainingView view = view(terminal);
    for (int i = 0; i < 2; i++) {
      steps(view, 10, 250);
      progress.end(view, 0.5, Double.NaN);
    }
    view.close();
    assertTrue(screen.seen().stream().noneMatch(line -> line.contains("validation")));
    assertTrue(screen.seen().stream().noneMatch(line -> line.contains("patience")));
  }

  @Test
  void picturesAreDrawnAFewTimesASecond() {
    TrainingView view = view(terminal);
    steps(view, 1, 1);
    screen.sent();
    steps(view, 90, 1);
    assertEquals("", screen.sent());
    steps(view, 1, 200);
    assertTrue(screen.sent().contains("Epoch 10 of 10"));
  }

  @Test
  void aStepThatIsNotShownAllocatesNothing() {
    TrainingView view = view(terminal);
    steps(view, 1, 1);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 200 && least != 0; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int s = 0; s < 100; s++) {
        view.step(progress);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }

  @Test
  void endingBeforeTheFirstStepShowsNothing() {
    TrainingView view = view(terminal);
    view.close();
    view.close();
    assertEquals("", screen.sent());
  }

  @Test
  void aPipeGetsLines() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    TrainingView view = view(new Terminal(stream, stream, false));
    lines(view);
    assertEquals(
        List.of(
            "Epoch 1 of 10: loss 0.5000, validation 0.000250, rate 9.09e-5, 0:22 left",
            "Epoch 2 of 10: loss 1.234e+07, rate 4.76e-5, 0:20 left"),
        err.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void aTerminalWhoseCursorCannotMoveGetsLinesToo() {
    FakeScreen dumb = new FakeScreen(80, 24, false);
    lines(view(dumb.terminal()));
    assertTrue(dumb.sent().startsWith("Epoch 1 of 10: loss 0.5000, validation "));
  }

  @Test
  void aTerminalThatIsTooNarrowGetsLinesToo() {
    FakeScreen narrow = new FakeScreen(39, 24, true);
    lines(view(narrow.terminal()));
    assertTrue(narrow.sent().startsWith("Epoch 1 of 10: loss 0.5000, validation"));
    FakeScreen enough = new FakeScreen(40, 24, true);
    lines(view(enough.terminal()));
    assertTrue(enough.seen().contains("  training    1.234e+07"));
  }

  private void lines(TrainingView view) {
    steps(view, 10, 250);
    progress.end(view, 0.5, 0.00025);
    steps(view, 10, 250);
    progress.end(view, 12_340_000, Double.NaN);
    view.close();
  }

  @Test
  void whereEpochsTakeLongEachHasALine() {
    FakeScreen dumb = new FakeScreen(80, 24, false);
    TrainingView view = new TrainingView(dumb.terminal(), RECIPE.withEpochs(1000), () -> now);
    view.started(progress);
    for (int epoch = 1; epoch <= 3; epoch++) {
      steps(view, 10, 6000);
      progress.end(view, 0.5, 0.5);
    }
    assertEquals(3, dumb.sent().lines().count());
  }
}

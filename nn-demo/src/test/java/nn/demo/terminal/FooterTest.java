package nn.demo.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FooterTest {
  private final FakeScreen screen = new FakeScreen(20, 6, true);
  private final Terminal terminal = screen.terminal();
  private final Footer footer = terminal.footer();

  @Test
  void linesAreDrawnAgainInPlace() {
    terminal.line("before");
    footer.show(List.of("one longer", "two"));
    footer.show(List.of("uno", "due"));
    assertEquals(List.of("before", "uno", "due", ""), screen.seen());
  }

  @Test
  void fewerLinesLeaveNothingOfTheOthers() {
    footer.show(List.of("one", "two", "three"));
    footer.show(List.of("uno"));
    assertEquals(List.of("uno", ""), screen.seen());
  }

  @Test
  void whatIsPrintedMeanwhileStandsAboveAndTearsNothing() {
    footer.show(List.of("one", "two"));
    terminal.note("a note");
    terminal.line("a line%nof two");
    footer.show(List.of("uno", "due"));
    assertEquals(List.of("a note", "a line", "of two", "uno", "due", ""), screen.seen());
  }

  @Test
  void afterTheEndTheLinesStandAndTheRestComesBelow() {
    footer.show(List.of("one", "two"));
    footer.leave();
    terminal.line("after");
    footer.show(List.of("new"));
    assertEquals(List.of("one", "two", "after", "new", ""), screen.seen());
  }

  @Test
  void theCursorRestsAtTheStartOfTheLineBelow() {
    footer.show(List.of("one", "two"));
    terminal.out().print("shell");
    assertEquals(List.of("one", "two", "shell"), screen.seen());
  }

  @Test
  void whatDoesNotFitIsLeftOut() {
    footer.show(List.of("loss       3.418e-04", "b", "c", "d", "e", "f", "g"));
    assertEquals(List.of("b", "c", "d", "e", "f", ""), screen.seen());
  }

  @Test
  void aColourTakesNoColumn() {
    String bold = "\u001B[1m" + "x".repeat(19) + "\u001B[0m";
    footer.show(List.of(bold));
    assertTrue(screen.sent().contains(bold));
    footer.show(List.of("y" + bold));
    assertFalse(screen.sent().contains("y"));
  }

  @Test
  void aNarrowerWindowLosesNothingOfWhatStandsAbove() {
    terminal.line("before");
    footer.show(List.of("x".repeat(19), "two"));
    assertEquals(4, screen.seen().size());
    screen.resize(10, 6);
    footer.show(List.of("uno", "due"));
    assertEquals(List.of("before", "uno", "due", ""), screen.seen());
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    footer.show(List.of("\u82F9".repeat(9), "\u82F9".repeat(10)));
    assertEquals(List.of("\u82F9".repeat(9), ""), screen.seen());
  }

  @Test
  void aTinyWindowBreaksNothing() {
    screen.resize(1, 1);
    footer.show(List.of("one", "2"));
    assertEquals(List.of("2", ""), screen.seen());
  }

  @Test
  void someTerminalsCannotDoIt() {
    assertTrue(footer.works());
    assertFalse(new FakeScreen(80, 24, false).terminal().footer().works());
  }

  @Test
  void onlyATerminalWhoseTypeIsKnownMovesItsCursor() {
    assertTrue(SystemScreen.moves("xterm-kitty"));
    assertFalse(SystemScreen.moves("dumb"));
    assertFalse(SystemScreen.moves(""));
    assertFalse(SystemScreen.moves(null));
  }

  @Test
  void theScreenOfThisProcessHasASizeEvenIfThereIsNone() {
    Screen system = SystemScreen.open();
    assertTrue(system.columns() > 0 && system.rows() > 0);
  }
}

package nn.demo.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  private final Page page = Page.collected();

  @Test
  void aParagraphGoesOnUnderItsFirstWord() {
    page.say("  %s end", "123456789 ".repeat(8).strip());
    assertEquals(List.of("  " + "123456789 ".repeat(7).strip(), "  123456789 end"), page.lines());
  }

  @Test
  void aQuestionGoesOnBesideItsNumber() {
    page.say("  1. %s end", "123456789 ".repeat(8).strip());
    assertEquals("     123456789 end", page.lines().get(1));
  }

  @Test
  void aLineOfEightyColumnsIsNotBrokenAndSpacesInsideStay() {
    String eighty = "a".repeat(60) + "   " + "b".repeat(17);
    page.say("%s", eighty);
    assertEquals(List.of(eighty), page.lines());
  }

  @Test
  void emptyLinesDoNotAddUp() {
    page.title("Title");
    page.blank();
    page.heading("Heading");
    page.blank();
    assertEquals(List.of("Title", "", "Heading", ""), page.lines());
  }

  @Test
  void aCollectedPageAsksNothing() {
    page.ask("What?");
    assertEquals(List.of(), page.lines());
  }

  @Test
  void theEndIsQuestionsASentenceAndTheNextCommand() {
    page.close("this.", "house-price 2", "Why?", "How?");
    assertEquals(
        List.of(
            "",
            "Can you answer these now?",
            "",
            "  1. Why?",
            "  2. How?",
            "",
            "In one sentence: this.",
            "Next: ./nn house-price 2"),
        page.lines());
  }
}

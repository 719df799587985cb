package nn.demo.story;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** The twelve chapters in the order of the talk. */
public final class Chapters {
  private Chapters() {}

  /** All chapters; number n stands at place n - 1. */
  public static ImmutableList<Chapter> all() {
    return ImmutableList.of(
        new FromRulesToPatterns(),
        new SimplestPrediction(),
        new GuessMeasureAdjustRepeat(),
        new TheNeuron(),
        new WhyABend(),
        new ReluAndRelatives(),
        new TheLoss(),
        new AssigningBlame(),
        new FindingTheValley(),
        new TheTrainingLoop(),
        new WhenLearningStops(),
        new BeyondTheLine());
  }

  /** The table of contents: every chapter with the command that tells it. */
  static void contents(Page page) {
    page.heading("The story behind it, in twelve chapters of two screens at most");
    for (Chapter chapter : all()) {
      page.say("  %shouse-price %-3d %s", Page.NN, chapter.number(), chapter.title());
    }
    page.blank();
  }

  /** Numbers of the chapters in which an activation of the reader's choice plays. */
  public static String withLead() {
    return all().stream()
        .filter(Chapter::hasLead)
        .map(chapter -> "" + chapter.number())
        .collect(Collectors.joining(", "));
  }

  /** Tells one chapter, its title first. */
  public static void tell(Chapter chapter, Page page, Classroom room) {
    page.title("Chapter %d of %d: %s", chapter.number(), all().size(), chapter.title());
    chapter.tell(page, room);
  }
}

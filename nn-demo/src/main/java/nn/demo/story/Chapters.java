package nn.demo.story;

import com.google.common.collect.ImmutableList;

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

  /** Tells one chapter, its title first. */
  public static void tell(Chapter chapter, Page page, Classroom room) {
    page.title("Chapter %d of %d: %s", chapter.number(), all().size(), chapter.title());
    chapter.tell(page, room);
  }
}

package nn.demo.story;

/** One of the twelve chapters: at most two screens that explain one thing with live numbers. */
public interface Chapter {
  /** Place among the chapters, counted from 1. */
  int number();

  /** What it is about, in a few words. */
  String title();

  /** Whether an activation of the reader's choice plays in it. */
  default boolean hasLead() {
    return false;
  }

  /** Tells everything below the title; ends with {@link Page#close}. */
  void tell(Page page, Classroom room);
}

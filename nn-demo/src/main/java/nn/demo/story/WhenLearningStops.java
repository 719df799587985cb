package nn.demo.story;

/** Chapter 11: when learning stops. */
final class WhenLearningStops implements Chapter {
  @Override
  public int number() {
    return 11;
  }

  @Override
  public String title() {
    return "when learning stops";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.close("", "house-price 12");
  }
}

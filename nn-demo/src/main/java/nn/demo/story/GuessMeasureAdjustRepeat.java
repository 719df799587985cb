package nn.demo.story;

/** Chapter 3: guess, measure, adjust, repeat. */
final class GuessMeasureAdjustRepeat implements Chapter {
  @Override
  public int number() {
    return 3;
  }

  @Override
  public String title() {
    return "guess, measure, adjust, repeat";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.close("", "house-price 4");
  }
}

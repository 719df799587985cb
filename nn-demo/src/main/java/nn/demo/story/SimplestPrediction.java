package nn.demo.story;

/** Chapter 2: the simplest prediction problem. */
final class SimplestPrediction implements Chapter {
  @Override
  public int number() {
    return 2;
  }

  @Override
  public String title() {
    return "the simplest prediction problem";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.close("", "house-price 3");
  }
}

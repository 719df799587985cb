package nn.demo.story;

/** Chapter 9: finding the valley. */
final class FindingTheValley implements Chapter {
  @Override
  public int number() {
    return 9;
  }

  @Override
  public String title() {
    return "finding the valley";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.close("", "house-price 10");
  }
}

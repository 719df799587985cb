package nn.demo.story;

/** Chapter 7: the loss. */
final class TheLoss implements Chapter {
  @Override
  public int number() {
    return 7;
  }

  @Override
  public String title() {
    return "the loss";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.close("", "house-price 8");
  }
}

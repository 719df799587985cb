package nn.demo.story;

/** Chapter 10: the training loop. */
final class TheTrainingLoop implements Chapter {
  @Override
  public int number() {
    return 10;
  }

  @Override
  public String title() {
    return "the training loop";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.close("", "house-price 11");
  }
}

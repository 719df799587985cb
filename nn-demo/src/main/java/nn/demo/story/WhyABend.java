package nn.demo.story;

/** Chapter 5: why a bend is needed. */
final class WhyABend implements Chapter {
  @Override
  public int number() {
    return 5;
  }

  @Override
  public String title() {
    return "why a bend is needed";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.close("", "house-price 6");
  }
}

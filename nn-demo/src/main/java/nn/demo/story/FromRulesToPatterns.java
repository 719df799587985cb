package nn.demo.story;

/** Chapter 1: from rules to patterns. */
final class FromRulesToPatterns implements Chapter {
  @Override
  public int number() {
    return 1;
  }

  @Override
  public String title() {
    return "from rules to patterns";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.close("", "house-price 2");
  }
}

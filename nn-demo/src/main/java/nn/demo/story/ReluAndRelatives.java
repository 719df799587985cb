package nn.demo.story;

/** Chapter 6: ReLU and its relatives. */
final class ReluAndRelatives implements Chapter {
  @Override
  public int number() {
    return 6;
  }

  @Override
  public String title() {
    return "ReLU and its relatives";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.close("", "house-price 7");
  }
}

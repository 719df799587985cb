package nn.demo.story;

/** Chapter 8: assigning blame. */
final class AssigningBlame implements Chapter {
  @Override
  public int number() {
    return 8;
  }

  @Override
  public String title() {
    return "assigning blame";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.close("", "house-price 9");
  }
}

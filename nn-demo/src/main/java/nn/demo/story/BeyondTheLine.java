package nn.demo.story;

/** Chapter 12: beyond the straight line. */
final class BeyondTheLine implements Chapter {
  @Override
  public int number() {
    return 12;
  }

  @Override
  public String title() {
    return "beyond the straight line";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.close("", "train FILE.csv --target COLUMN");
  }
}

package nn.demo.story;

/** Chapter 4: the neuron. */
final class TheNeuron implements Chapter {
  @Override
  public int number() {
    return 4;
  }

  @Override
  public String title() {
    return "the neuron";
  }

  @Override
  public void tell(Page page, Classroom room) {
    page.close("", "house-price 5");
  }
}

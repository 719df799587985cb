package nn.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import nn.core.plugin.Plugins;
import nn.core.sample.SampleIdentity;
import nn.core.sample.SampleRelu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class NeuronTest {
  private static final Plugins PLUGINS = Plugins.discover();

  @Test
  void sumAndOutputAreThoseWorkedByHand() {
    Network network = Network.builder(PLUGINS, 2).layers("1 relu").build(1);
    set(network, 0.8f, -0.3f, 0.1f);
    Neuron neuron = network.neuron(0, 0, 2, 1);
    assertEquals(1.4f, neuron.sum(), 1e-6);
    assertEquals(1.4f, neuron.output(), 1e-6);
    assertEquals(2, neuron.size());
    assertEquals(2, neuron.input(0));
    assertEquals(1, neuron.input(1));
    assertEquals(0.8f, neuron.weight(0));
    assertEquals(-0.3f, neuron.weight(1));
    assertEquals(0.1f, neuron.bias());
    assertEquals(new SampleRelu(), neuron.activation());
    assertEquals(0, network.neuron(0, 0, -2, 1).output());
    assertEquals(-1.8f, network.neuron(0, 0, -2, 1).sum(), 1e-6);
  }

  @Test
  void aNeuronInsideTheNetworkSeesWhatTheLayersBeforeGive() {
    Network network = Network.builder(PLUGINS, 1).layers("2 relu, dropout(0.5), 1").build(1);
    set(network, 1, -1, 0, 1, 175, 50, 3);
    Neuron silent = network.neuron(0, 1, 2);
    assertEquals(-1, silent.sum());
    assertEquals(0, silent.output());
    assertEquals(-1, silent.weight(0));
    Neuron last = network.neuron(2, 0, 2);
    assertEquals(2, last.input(0));
    assertEquals(0, last.input(1));
    assertEquals(353, last.sum());
    assertEquals(353, last.output());
    assertEquals(new SampleIdentity(), last.activation());
  }

  @Test
  void theNumbersAreThoseOfTheMoment() {
    Network network = Network.builder(PLUGINS, 1).layers("1").build(1);
    set(network, 2, 1);
    Neuron before = network.neuron(0, 0, 3);
    set(network, 5, 5);
    assertEquals(7, before.output());
    assertEquals(2, before.weight(0));
    assertEquals(20, network.neuron(0, 0, 3).output());
  }

  @Test
  void whatIsNotThereIsRefused() {
    Network network = Network.builder(PLUGINS, 2).layers("4 glu, batch-norm, 3").build(1);
    assertComplaint(
        "Layer 2 has no neurons: it is not a dense layer.", () -> network.neuron(1, 0, 1, 2));
    assertComplaint("Layer 1 has neurons 0 to 1, got 2.", () -> network.neuron(0, 2, 1, 2));
    assertComplaint("Layer 3 has neurons 0 to 2, got -1.", () -> network.neuron(2, -1, 1, 2));
    assertComplaint(
        "The network takes rows of 2 numbers, got 3.", () -> network.neuron(0, 0, 1, 2, 3));
  }

  private static void set(Network network, float... parameters) {
    System.arraycopy(parameters, 0, network.parameters(), 0, parameters.length);
  }

  private static void assertComplaint(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
  }
}

/** The engine: plugins, networks, training, data, models. */
module nn.core {
  requires transitive nn.api;
  requires com.fasterxml.jackson.databind;
  requires com.google.common;
  requires commons.math3;
  requires de.siegmar.fastcsv;
  requires static org.jspecify;

  exports nn.core.plugin;
  exports nn.core.random;

  uses nn.api.Activation;
  uses nn.api.Initializer;
  uses nn.api.KernelsProvider;
  uses nn.api.Loss;
  uses nn.api.Optimizer;
  uses nn.api.Schedule;
}

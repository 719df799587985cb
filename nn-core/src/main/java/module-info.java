/** The engine: plugins, networks, training, data, models. */
module nn.core {
  requires transitive nn.api;
  requires com.fasterxml.jackson.databind;
  requires transitive com.google.common;
  requires commons.math3;
  requires de.siegmar.fastcsv;
  requires static org.jspecify;

  exports nn.core.data;
  exports nn.core.eval;
  exports nn.core.explain;
  exports nn.core.init;
  exports nn.core.kernel;
  exports nn.core.model;
  exports nn.core.network;
  exports nn.core.plugin;
  exports nn.core.random;
  exports nn.core.text;
  exports nn.core.train;

  uses nn.api.Activation;
  uses nn.api.Initializer;
  uses nn.api.KernelsProvider;
  uses nn.api.Loss;
  uses nn.api.Optimizer;
  uses nn.api.Schedule;

  provides nn.api.Initializer with
      nn.core.init.Constant,
      nn.core.init.GlorotNormal,
      nn.core.init.GlorotUniform,
      nn.core.init.HeNormal,
      nn.core.init.HeUniform,
      nn.core.init.Identity,
      nn.core.init.LecunNormal,
      nn.core.init.LecunUniform,
      nn.core.init.Normal,
      nn.core.init.Ones,
      nn.core.init.Orthogonal,
      nn.core.init.Sparse,
      nn.core.init.TruncatedNormal,
      nn.core.init.Uniform,
      nn.core.init.VarianceScaling,
      nn.core.init.Zeros;
}

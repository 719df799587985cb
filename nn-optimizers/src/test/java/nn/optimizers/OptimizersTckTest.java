package nn.optimizers;

import nn.tck.PluginTck;

/** Every plugin of this module keeps every rule. */
class OptimizersTckTest implements PluginTck {}

package nn.activations;

import nn.tck.PluginTck;

/** Every plugin of this module keeps every rule. */
class ActivationsTckTest implements PluginTck {}

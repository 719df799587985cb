package nn.losses;

import nn.tck.PluginTck;

/** Every plugin of this module keeps every rule. */
class LossesTckTest implements PluginTck {}

package custom;

import nn.tck.PluginTck;

class CustomTckTest implements PluginTck {}

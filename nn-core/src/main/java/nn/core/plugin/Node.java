package nn.core.plugin;

import java.util.List;
import nn.api.Plugin;
import org.jspecify.annotations.Nullable;

/** A value as it stands in text, before anyone knows which type is wanted. */
sealed interface Node {

  /** The value as the user wrote it, for messages. */
  String shown();

  /** A number, true, false, the word of an enum constant, or a plugin without arguments. */
  record Word(String text) implements Node {
    @Override
    public String shown() {
      return text;
    }
  }

  /** Characters that stood in quotes. */
  record Quoted(String text) implements Node {
    @Override
    public String shown() {
      return text;
    }
  }

  /** A plugin with its arguments, if any. */
  record Call(String name, List<Argument> arguments) implements Node {
    @Override
    public String shown() {
      return name;
    }
  }

  /** A plugin that exists already. */
  record Ready(Plugin plugin) implements Node {
    @Override
    public String shown() {
      return Names.of(plugin.getClass());
    }
  }

  /** A value and the parameter that it is for, null if it was not named. */
  record Argument(@Nullable String parameter, Node value) {}
}

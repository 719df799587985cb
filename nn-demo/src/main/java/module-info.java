/** The {@code nn} command. It names no plugin module: what the path offers is found at run time. */
module nn.demo {
  requires com.fasterxml.jackson.core;
  requires com.google.common;
  requires commons.math3;
  requires info.picocli;
  requires java.desktop;
  requires nn.core;
  requires nn.tck;
  requires org.jline.terminal;
  requires org.jline.terminal.jni;
  requires static org.jspecify;

  // The options are fields that picocli sets.
  opens nn.demo.command to
      info.picocli;
}

/** The conformance kit: rules for plugins as values, run by the command line and by JUnit. */
module nn.tck {
  requires com.google.common;
  requires transitive nn.core;
  requires static org.jspecify;
  requires static org.junit.jupiter.api;

  exports nn.tck;
}

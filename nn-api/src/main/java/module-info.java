/** The words of the project: what a plugin author has to know. Start with {@link nn.api.Plugin}. */
module nn.api {
  requires static org.jspecify;

  exports nn.api;
}

/** The words of the project: what a plugin author has to know. Start with {@link nn.api.Plugin}. */
module nn.api {
  // Transitive because a @Nullable stands in signatures; static, so that nobody needs it to compile
  // or run.
  requires static transitive org.jspecify;

  exports nn.api;
}

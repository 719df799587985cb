/** Arithmetic in vector registers; found through {@link nn.api.KernelsProvider}. */
module nn.simd {
  requires static jdk.incubator.vector;
  requires nn.api;
  requires static org.jspecify;

  provides nn.api.KernelsProvider with
      nn.simd.SimdProvider;
}

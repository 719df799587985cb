package nn.core.kernel;

import nn.api.Kernels;

/** Whose arithmetic one thread works with. Every answer gives the same bits. */
interface Lender {
  /**
   * The arithmetic for the next piece of work.
   *
   * @param work about how many multiply-adds it has; 0 if that is not known
   */
  Kernels lend(long work);
}

package nn.core.kernel;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nn.api.Kernels;

/** Plain arithmetic whose threads share even the smallest work, and who it was that shared. */
public final class SharedWork {
  private final Set<String> callers = ConcurrentHashMap.newKeySet();

  /** Plain arithmetic that threads share from one multiply-add on. */
  public static Arithmetic plain() {
    Arithmetic.Opened plain = opened();
    return sharing(plain, plain::lender);
  }

  /** The same, and this remembers of whose work a thread beside the caller did a piece. */
  public Arithmetic witnessed() {
    return sharing(opened(), this::lender);
  }

  /** Class and method that called {@link Crew#split}: {@code LinearStage.forward}; in order. */
  public Set<String> callers() {
    return new TreeSet<>(callers);
  }

  private static Arithmetic.Opened opened() {
    return new Arithmetic.Opened("plain", "", AutoVectorKernels::new);
  }

  private static Arithmetic sharing(Arithmetic.Opened opened, Supplier<Lender> lenders) {
    return new Arithmetic(() -> opened, lenders, 1, null);
  }

  /** Asked for by the thread that makes the crew and calls it. */
  private Lender lender() {
    Thread caller = Thread.currentThread();
    Kernels kernels = new AutoVectorKernels();
    return work -> {
      if (Thread.currentThread() != caller) {
        callers.add(splitter(caller.getStackTrace()));
      }
      return kernels;
    };
  }

  /** The caller is inside split until all pieces have ended. */
  private static String splitter(StackTraceElement[] frames) {
    int at = 0;
    while (!isSplit(frames[at])) {
      at++;
    }
    String name = frames[at + 1].getClassName();
    String inPackage = name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    return inPackage + "." + frames[at + 1].getMethodName();
  }

  private static boolean isSplit(StackTraceElement frame) {
    return frame.getClassName().equals(Crew.class.getName())
        && frame.getMethodName().equals("split");
  }
}

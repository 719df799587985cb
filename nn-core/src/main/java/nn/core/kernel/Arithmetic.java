package nn.core.kernel;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import nn.api.Kernels;
import nn.api.KernelsProvider;
import nn.api.KernelsProvider.Opening;
import org.jspecify.annotations.Nullable;

/** The chosen back end: what it is called, and one {@link Kernels} a thread. */
public final class Arithmetic {
  private static final String PLAIN = "plain";

  /** Enough to fill a vector of 512 bits and leave a rest. */
  private static final int TRIAL_SIZE = 17;

  /** What plain Java does while a second thread is woken and takes its numbers over. */
  private static final long PLAIN_SMALL = 1_000_000;

  /**
   * The same for registers, and for {@link #auto} before them too: a thread that waits spins where
   * the compiler would run.
   */
  private static final long FAST_SMALL = 5_000_000;

  private final Supplier<Opened> opened;
  private final Supplier<Lender> lenders;
  private final long smallWork;

  /** What gets {@link #auto} ready, else null. */
  private final @Nullable WarmUp warmUp;

  /** Arithmetic put together of its parts, which a test may choose. */
  Arithmetic(
      Supplier<Opened> opened, Supplier<Lender> lenders, long smallWork, @Nullable WarmUp warmUp) {
    this.opened = opened;
    this.lenders = lenders;
    this.smallWork = smallWork;
    this.warmUp = warmUp;
  }

  private Arithmetic(Opened opened) {
    this(() -> opened, opened::lender, opened.isPlain() ? PLAIN_SMALL : FAST_SMALL, null);
  }

  /** A back end that can be used. */
  record Opened(String name, String detail, Supplier<Kernels> factory) {
    boolean isPlain() {
      return name.equals(PLAIN);
    }

    /** This back end for one thread, whatever the work. */
    Lender lender() {
      Kernels kernels = factory.get();
      return work -> kernels;
    }
  }

  /** Plain Java, which works everywhere. */
  public static Arithmetic plain() {
    return new Arithmetic(plain(List.of()));
  }

  /**
   * As {@link #choose(List)}, but without the slow start of code that the runtime has not compiled
   * yet: short jobs are done with the plain one, and long ones change over when the best one has
   * become faster. Nothing is opened before that, or before {@link #detail()} is asked for or a
   * long job is expected.
   */
  public static Arithmetic auto(List<KernelsProvider> providers) {
    Supplier<Opened> best = Suppliers.memoize(() -> best(providers));
    WarmUp warmUp = new WarmUp(best);
    return new Arithmetic(best, () -> new WarmingLender(warmUp), FAST_SMALL, warmUp);
  }

  /**
   * The best of several back ends, each with the bits of the plain one: that of the highest
   * priority which opens, else plain. One that throws or fails to link is passed over and named in
   * the detail; one that is not exact is not considered.
   */
  public static Arithmetic choose(List<KernelsProvider> providers) {
    return new Arithmetic(best(providers));
  }

  /**
   * The back end of the given name, exact or not. The name {@code plain} is always known.
   *
   * @throws IllegalArgumentException if no back end has that name, or it cannot be used here: who
   *     asks for one by name wants no other
   */
  public static Arithmetic choose(List<KernelsProvider> providers, String named) {
    if (PLAIN.equals(named)) {
      return plain();
    }
    List<String> failures = new ArrayList<>();
    return new Arithmetic(only(named, Candidate.of(providers, failures), failures));
  }

  /** Short name: {@code plain}, {@code simd}. */
  public String name() {
    return opened.get().name();
  }

  /** One line for people: what is used, and why a better one is not. */
  public String detail() {
    return opened.get().detail();
  }

  /**
   * Says how much is about to be computed, so that {@link #auto} need not wait and see: it gets
   * ready for a long job at once, while the data is still being read, say, and for a short one not
   * at all.
   *
   * @param work about how many multiply-adds
   */
  public void expect(long work) {
    if (warmUp != null) {
      warmUp.expect(work);
    }
  }

  /** Whether a thread in the background is getting it ready, and the compiler with it. */
  boolean isWarmingUp() {
    return warmUp != null && warmUp.isUnderWay();
  }

  /** Multiply-adds below which sharing them costs more than it saves. */
  long smallWork() {
    return smallWork;
  }

  /** New arithmetic for one thread: the best one at once, also where {@link #auto} waits. */
  public Kernels create() {
    return opened.get().factory().get();
  }

  /** The same for a thread that is to have what is best for each piece of work. */
  Lender lender() {
    return lenders.get();
  }

  private static Opened best(List<KernelsProvider> providers) {
    List<String> failures = new ArrayList<>();
    for (Candidate candidate : Candidate.of(providers, failures)) {
      @Nullable Opened opened = candidate.exact() ? candidate.open(failures) : null;
      if (opened != null) {
        return opened;
      }
    }
    return plain(failures);
  }

  private static Opened only(String named, List<Candidate> candidates, List<String> failures) {
    List<Candidate> found = candidates.stream().filter(c -> c.name().equals(named)).toList();
    checkArgument(
        !found.isEmpty(),
        "No arithmetic is called \"%s\"; use one of: %s",
        named,
        names(candidates));
    failures.clear();
    for (Candidate candidate : found) {
      @Nullable Opened opened = candidate.open(failures);
      if (opened != null) {
        return opened;
      }
    }
    throw new IllegalArgumentException(
        "The arithmetic %s; use \"plain\" or name none".formatted(String.join("; ", failures)));
  }

  private static String names(List<Candidate> candidates) {
    StringBuilder names = new StringBuilder(PLAIN);
    candidates.forEach(c -> names.append(", ").append(c.name()));
    return names.toString();
  }

  private static Opened plain(List<String> failures) {
    String more = failures.isEmpty() ? "" : " (" + String.join("; ", failures) + ")";
    return new Opened(PLAIN, "arithmetic: plain" + more, AutoVectorKernels::new);
  }

  /** A provider whose methods have answered, so that later calls cannot fail. */
  private record Candidate(String name, int priority, boolean exact, KernelsProvider provider) {
    /** Highest priority first, equal ones by name: the order of the class path must not matter. */
    static List<Candidate> of(List<KernelsProvider> providers, List<String> failures) {
      List<Candidate> candidates = new ArrayList<>();
      for (KernelsProvider p : providers) {
        try {
          candidates.add(new Candidate(p.name(), p.priority(), p.exact(), p));
        } catch (RuntimeException | LinkageError e) {
          failures.add("%s is not used: %s".formatted(p.getClass().getName(), e));
        }
      }
      candidates.sort(
          Comparator.comparingInt(Candidate::priority).reversed().thenComparing(Candidate::name));
      return candidates;
    }

    /** Opens the provider and tries one {@link Kernels}, since a back end may link only then. */
    @Nullable Opened open(List<String> failures) {
      try {
        Opening opening = provider.open();
        if (opening.kernels().isPresent()) {
          Supplier<Kernels> unchecked = opening.kernels().get();
          Supplier<Kernels> factory = () -> new CheckedKernels(unchecked.get());
          tryOut(factory.get());
          return new Opened(name, "arithmetic: %s, %s".formatted(name, opening.detail()), factory);
        }
        failures.add("%s is not used: %s".formatted(name, opening.detail()));
      } catch (RuntimeException | LinkageError e) {
        failures.add("%s is not used: %s".formatted(name, e));
      }
      return null;
    }

    private static void tryOut(Kernels kernels) {
      float[] numbers = new float[TRIAL_SIZE];
      kernels.exp(numbers, 0, numbers, 0, TRIAL_SIZE);
    }
  }
}

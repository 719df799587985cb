package nn.tck;

import java.util.Locale;
import nn.api.Kernels;
import nn.api.Named;
import nn.api.Param;
import nn.api.Rows;
import nn.tck.GoodActivations.Leak;
import nn.tck.GoodActivations.Silu;

/** Plugins that break the rules for all kinds, one each. */
final class BrokenPlugins {
  private BrokenPlugins() {}

  /** P-01: not public. */
  @Named(summary = "Hidden.")
  record Hidden() implements Silu {}

  /** P-02: the name of another. */
  @Named(value = "twin", summary = "One.")
  public record FirstTwin() implements Silu {}

  /** P-02: the other. */
  @Named(aliases = "twin", summary = "Another.")
  public record SecondTwin() implements Silu {}

  /** P-03: writes a number in the language of the country. */
  @Named(summary = "At home only.")
  public record Provincial(@Param(help = "any text") String text) implements Silu {
    /** No text. */
    public Provincial() {
      this("");
    }

    /** Reads back what it has just written. */
    @SuppressWarnings("DefaultLocale") // the mistake
    public Provincial {
      double number = Double.parseDouble(String.format(Locale.getDefault(), "%.1f", 0.5));
      text = number == 0.5 ? text : "";
    }
  }

  /** P-04: equal to everything of its class. */
  @Named(summary = "All alike.")
  public record Alike(@Param(min = 0, max = 1, help = "slope") double slope) implements Leak {
    /** The usual slope. */
    public Alike() {
      this(0.25);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Alike;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /** P-05: corrects what it is given. */
  @Named(summary = "Clamps.")
  public record Clamping(@Param(min = 0, max = 1, help = "slope") double slope) implements Leak {
    /** The usual slope. */
    public Clamping() {
      this(0.25);
    }

    /** Clamps. */
    public Clamping {
      slope = Math.min(1, Math.max(0, slope));
    }
  }

  /** P-05: its default is outside its own bounds. */
  @Named(summary = "Out of bounds.")
  public record Outside(@Param(min = 0.5, max = 1, help = "slope") double slope) implements Leak {
    /** Below the least. */
    public Outside() {
      this(0.25);
    }
  }

  /** P-06: says nothing. */
  public record Silent() implements Silu {}

  /** P-06: a parameter without help. */
  @Named(summary = "Leaks.")
  public record Helpless(@Param(min = 0, max = 1) double slope) implements Leak {
    /** The usual slope. */
    public Helpless() {
      this(0.25);
    }
  }

  /** P-08: right for the first thread only. */
  @Named(summary = "For one.")
  public record Possessive() implements Silu {
    private static final Thread OWNER = Thread.currentThread();

    @Override
    public void forward(float[] x, float[] y, int from, int to, Kernels kernels) {
      for (int i = from; i < to; i++) {
        y[i] = Thread.currentThread().equals(OWNER) ? (float) value(x[i]) : 0;
      }
    }
  }

  /** P-09: a slip of the pen. */
  @Named(summary = "Misspelt.")
  public record Misspelt() implements Silu {
    @Override
    public String initializer() {
      return "he-norml";
    }
  }

  /** I-01 and I-02: leaves the last weight as it is. */
  @Named(summary = "Almost.")
  public record Almost() implements nn.api.Initializer {
    @Override
    public void fill(Rows w, java.util.random.RandomGenerator random) {
      for (int i = w.offset(); i < w.offset() + w.size() - 1; i++) {
        w.data()[i] = random.nextFloat();
      }
    }
  }

  /** I-02: chance of its own. */
  @Named(summary = "Self-willed.")
  public record SelfWilled() implements nn.api.Initializer {
    private static final java.util.concurrent.atomic.AtomicLong CALLS =
        new java.util.concurrent.atomic.AtomicLong();

    @Override
    public void fill(Rows w, java.util.random.RandomGenerator random) {
      for (int i = w.offset(); i < w.offset() + w.size(); i++) {
        w.data()[i] = CALLS.incrementAndGet();
      }
    }
  }

  /** S-01: below 0 in the second half. */
  @Named(summary = "Too deep.")
  public record TooDeep() implements nn.api.Schedule {
    @Override
    public double factor(long number, long total) {
      return total == 0 ? 1 : 1 - 2.0 * number / total;
    }
  }

  /** S-01: refuses without a word. */
  @Named(summary = "Wordless.")
  public record Wordless() implements nn.api.Schedule {
    @Override
    public double factor(long number, long total) {
      if (total == 0) {
        throw new IllegalStateException();
      }
      return 1;
    }
  }

  /** S-02: counts its calls. */
  @Named(summary = "Counting.")
  public record Counting() implements nn.api.Schedule {
    private static final java.util.concurrent.atomic.AtomicLong CALLS =
        new java.util.concurrent.atomic.AtomicLong();

    @Override
    public double factor(long number, long total) {
      return 1.0 / CALLS.incrementAndGet();
    }
  }
}

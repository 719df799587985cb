package nn.demo.command;

import com.google.common.base.Splitter;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.data.Target;
import nn.core.data.Target.ClassTarget;
import nn.core.text.Nearest;
import nn.core.text.Numbers;
import nn.core.train.ClassWeights;
import org.jspecify.annotations.Nullable;

/** Class weights as people write them, {@code yes=3, no=1} or {@code balanced}, and as saved. */
final class ClassWeightText {
  private ClassWeightText() {}

  /** What the option means for this target; equal weights without it. */
  static ClassWeights of(@Nullable String text, Target target, Dataset training) {
    if (text == null) {
      return ClassWeights.EQUAL;
    }
    if (!(target instanceof ClassTarget classes)) {
      throw new UsageException(
          "--class-weights needs classes, but the target %s is a number. Leave it out."
              .formatted(target.column()));
    }
    return text.strip().equalsIgnoreCase("balanced")
        ? ClassWeights.balanced(counts(training.targets(), classes.labels().size()))
        : weights(text, classes.labels());
  }

  private static ClassWeights weights(String text, List<String> labels) {
    double[] weights = new double[labels.size()];
    for (String part : parts(text, labels)) {
      int equals = part.lastIndexOf('=');
      int number = number(part, equals < 0 ? part : part.substring(0, equals).strip(), labels);
      requireOnce(weights[number] == 0, part, labels.get(number));
      weights[number] = weight(part, part.substring(equals + 1).strip());
    }
    return new ClassWeights(
        ImmutableDoubleArray.copyOf(Arrays.stream(weights).map(w -> w == 0 ? 1 : w)));
  }

  /** The text cut at its commas, but for those in the names of classes. */
  private static List<String> parts(String text, List<String> labels) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1)) {
      String start = text.substring(from, comma + 1).strip();
      if (labels.stream().noneMatch(label -> label.startsWith(start))) {
        parts.add(text.substring(from, comma).strip());
        from = comma + 1;
      }
    }
    parts.add(text.substring(from).strip());
    return parts;
  }

  /** The class that a part like {@code yes=3} is about. */
  private static int number(String part, String label, List<String> labels) {
    int number = labels.indexOf(label);
    if (number < 0) {
      throw new UsageException(
          "--class-weights: '%s' is not a class and its weight. %sWrite %s=2 or balanced."
              .formatted(part, suggestion(label, labels), labels.get(0)));
    }
    if (label.equals(part)) {
      throw new UsageException(
          "--class-weights: '%s' is a class without its weight. Write %s=2 or balanced."
              .formatted(part, label));
    }
    return number;
  }

  private static void requireOnce(boolean first, String part, String label) {
    if (!first) {
      throw new UsageException(
          "--class-weights: '%s' names the class %s a second time. Give each class one weight."
              .formatted(part, label));
    }
  }

  private static double weight(String part, String number) {
    double weight = Numbers.isNumber(number) ? Double.parseDouble(number) : Double.NaN;
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw new UsageException(
          "--class-weights: the weight in '%s' must be a number above 0.".formatted(part));
    }
    return weight;
  }

  private static String suggestion(String label, List<String> labels) {
    String question = Nearest.question(label, labels);
    return question.isEmpty() ? "" : question + " ";
  }

  private static long[] counts(Rows targets, int classes) {
    long[] counts = new long[classes];
    for (int r = 0; r < targets.count(); r++) {
      counts[ClassTarget.number(targets, r)]++;
    }
    return counts;
  }

  /** As it stands in a checkpoint. */
  static String write(ClassWeights classes) {
    return classes.weights().stream().mapToObj(Numbers::text).collect(Collectors.joining(" "));
  }

  /** What {@link #write} wrote. */
  static ClassWeights read(String text) {
    ImmutableDoubleArray.Builder weights = ImmutableDoubleArray.builder();
    Splitter.on(' ')
        .omitEmptyStrings()
        .split(text)
        .forEach(w -> weights.add(Double.parseDouble(w)));
    return new ClassWeights(weights.build());
  }
}

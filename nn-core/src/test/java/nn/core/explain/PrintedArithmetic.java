package nn.core.explain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nn.core.sample.SampleMse;
import nn.core.sample.SamplePrelu;
import nn.core.sample.SampleRelu;
import nn.core.sample.SampleSigmoid;
import nn.core.sample.SampleTanh;

/** Reads printed equations as a person with a calculator would, and checks that they hold. */
final class PrintedArithmetic {
  /** Half a unit of the last of six digits, at worst, as a part of the number. */
  private static final double HALF_DIGIT = 5e-6;

  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d[\\d.]*(?:e-?\\d+)?");
  private static final Pattern TOKEN =
      Pattern.compile(NUMBER.pattern() + "|[a-z][a-z0-9-]*'?|[-()+*/,;]");

  private final List<String> tokens;
  private int at;

  private PrintedArithmetic(String expression) {
    tokens = TOKEN.matcher(expression).results().map(MatchResult::group).toList();
  }

  /**
   * Checks an equation. Where it says =, what is printed is exact; where it says ~, it holds within
   * half a unit of the last digit of every number.
   *
   * @return how many signs were checked; lists and functions of lists are passed over
   */
  static int check(String equation) {
    String[] parts = equation.replaceAll(" \\([\\d,]+ more\\)", "").split(" [=~] ", -1);
    List<String> signs =
        Pattern.compile(" ([=~]) ").matcher(equation).results().map(m -> m.group(1)).toList();
    int checked = 0;
    for (int i = 1; i + 1 < parts.length; i++) {
      if (!isList(parts[i]) && !isList(parts[i + 1])) {
        requireEqual(parts[i], parts[i + 1], signs.get(i).equals("="), equation);
        checked++;
      }
    }
    return checked;
  }

  private static boolean isList(String part) {
    return part.contains("((")
        || part.matches("\\(.*,.*\\)")
        || part.matches("(softmax|glu)\\(.*\\)");
  }

  private static void requireEqual(String left, String right, boolean exact, String equation) {
    double difference = Math.abs(value(left) - value(right));
    double slack = slack(left) + slack(right) + floatNoise(equation);
    double allowed = exact ? 1e-7 * slack + 1e-13 : 1.01 * slack;
    assertTrue(difference <= allowed, () -> equation + " is off by " + difference);
  }

  /** A slope that is worked out from the output, 1 - y^2, has the absolute noise of float. */
  private static double floatNoise(String equation) {
    boolean slope = equation.contains("tanh'(") || equation.contains("sigmoid'(");
    String blame = equation.replaceFirst("^.*? = ", "").replaceFirst(" .*", "");
    return slope ? 0x1p-23 * Math.abs(Double.parseDouble(blame)) : 0;
  }

  /** How far the value may move when every printed number moves by half its last digit. */
  private static double slack(String expression) {
    double slack = 0;
    for (MatchResult number : NUMBER.matcher(expression).results().toList()) {
      double moved = Double.parseDouble(number.group()) * (1 + HALF_DIGIT);
      String other =
          expression.substring(0, number.start())
              + moved(moved)
              + expression.substring(number.end());
      slack += Math.abs(value(other) - value(expression));
    }
    return slack;
  }

  private static String moved(double number) {
    return String.valueOf(number).replace('E', 'e');
  }

  private static double value(String expression) {
    PrintedArithmetic arithmetic = new PrintedArithmetic(expression);
    double value = arithmetic.sum();
    assertTrue(arithmetic.at == arithmetic.tokens.size(), () -> "What is left of " + expression);
    return value;
  }

  private double sum() {
    double value = product();
    while (is("+") || is("-")) {
      boolean plus = tokens.get(at++).equals("+");
      value += plus ? product() : -product();
    }
    return value;
  }

  private double product() {
    double value = factor();
    while (is("*") || is("/")) {
      boolean times = tokens.get(at++).equals("*");
      value = times ? value * factor() : value / factor();
    }
    return value;
  }

  private double factor() {
    String token = tokens.get(at++);
    if (token.equals("(")) {
      double value = sum();
      at++;
      return value;
    }
    return Character.isLetter(token.charAt(0)) ? call(token) : Double.parseDouble(token);
  }

  private double call(String function) {
    List<Double> arguments = new ArrayList<>();
    do {
      at++;
      arguments.add(sum());
    } while (is(",") || is(";"));
    at++;
    double x = arguments.get(0);
    return switch (function) {
      case "relu" -> new SampleRelu().value(x);
      case "relu'" -> new SampleRelu().derivative(x);
      case "sigmoid" -> new SampleSigmoid().value(x);
      case "sigmoid'" -> new SampleSigmoid().derivative(x);
      case "tanh" -> new SampleTanh().value(x);
      case "tanh'" -> new SampleTanh().derivative(x);
      case "prelu" -> new SamplePrelu().value(x, arguments.get(1));
      case "prelu'" -> new SamplePrelu().derivative(x, arguments.get(1));
      case "mse" -> new SampleMse().value(x, arguments.get(1));
      case "mse'" -> new SampleMse().derivative(x, arguments.get(1));
      default -> throw new AssertionError("The calculator has no key for " + function);
    };
  }

  private boolean is(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }
}

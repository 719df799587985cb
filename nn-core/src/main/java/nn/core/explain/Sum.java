package nn.core.explain;

import java.math.BigDecimal;

/**
 * A sum as it is printed. It knows what the printed numbers add up to, and so whether the printed
 * result is their exact value or a rounded one. Products beyond the limit are printed as one
 * number: {@code 2 * 0.5 + 3 * -0.25 + 0.73 (61 more) + 0.1}.
 */
final class Sum {
  private final int most;
  private final StringBuilder text = new StringBuilder();
  private BigDecimal total = BigDecimal.ZERO;
  private boolean finite = true;
  private int terms;
  private int hidden;
  private double rest;

  Sum(Shown shown) {
    most = shown.terms();
  }

  /** Adds a number or a product of two; beyond the limit it counts, but is not shown. */
  Sum add(double... factors) {
    if (terms++ < most) {
      append(false, factors);
    } else {
      hidden++;
      rest += product(factors);
    }
    return this;
  }

  /** Adds what is shown in any case: a bias. */
  Sum last(double number) {
    showRest();
    append(false, number);
    return this;
  }

  /** Takes away what is shown in any case. */
  Sum minus(double... factors) {
    append(true, factors);
    return this;
  }

  /** {@code name = sum = result}. */
  String equation(String name, double result) {
    return equation(name, result, 1);
  }

  /** {@code name = (sum) / divisor = result}. */
  String equation(String name, double result, double divisor) {
    showRest();
    Figure printed = Figure.of(result);
    if (divisor == 1 && text.toString().equals(printed.text())) {
      return Figure.equation(name, (float) result);
    }
    Figure by = Figure.of(divisor);
    boolean known = finite && printed.isFinite() && by.isFinite();
    boolean exact = known && total.compareTo(printed.value().multiply(by.value())) == 0;
    String sum = divisor == 1 ? text.toString() : "(" + text + ") / " + by.text();
    return name + " = " + sum + Figure.relation(exact) + printed.text();
  }

  private void showRest() {
    if (hidden > 0) {
      append(false, rest);
      text.append(" (").append(Line.count(hidden, "more", "more")).append(')');
      hidden = 0;
      rest = 0;
    }
  }

  private void append(boolean minus, double... factors) {
    BigDecimal value = BigDecimal.ONE;
    StringBuilder product = new StringBuilder();
    for (double factor : factors) {
      Figure figure = Figure.of(factor);
      finite &= figure.isFinite();
      value = value.multiply(figure.value());
      product.append(product.length() == 0 ? "" : " * ").append(figure.text());
    }
    total = minus ? total.subtract(value) : total.add(value);
    join(minus, product.toString(), factors.length == 1);
  }

  /** A single negative number turns the sign before it. */
  private void join(boolean minus, String product, boolean single) {
    if (text.length() == 0) {
      text.append(product);
      return;
    }
    boolean turned = single && product.startsWith("-");
    text.append(minus == turned ? " + " : " - ").append(turned ? product.substring(1) : product);
  }

  private static double product(double... factors) {
    double product = 1;
    for (double factor : factors) {
      product *= factor;
    }
    return product;
  }
}

package nn.demo.command;

import java.util.Locale;
import nn.api.ElementwiseLoss;
import nn.api.Loss;
import nn.api.Range;
import nn.api.Rows;
import nn.core.data.Dataset;
import nn.core.data.Source;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;
import nn.core.data.Task;
import nn.core.eval.ClassificationMetrics;
import nn.core.eval.ConfusionMatrix;
import nn.core.eval.RegressionMetrics;
import nn.core.kernel.Crew;
import nn.core.model.Model;
import nn.core.network.Predictor;
import nn.core.train.Evaluation;
import nn.demo.terminal.Json;
import org.jspecify.annotations.Nullable;

/**
 * How good a model is on some rows, in the target's own units.
 *
 * @param loss average loss; for numbers, of predictions and targets in their own units
 * @param regression the measures for numbers, else null
 * @param confusion the table of classes, else null
 */
record Scorecard(
    double loss, @Nullable RegressionMetrics regression, @Nullable ConfusionMatrix confusion) {
  /** Measures a model on all rows of a source. */
  static Scorecard of(Model model, Source source, Crew crew) {
    return of(model, model.dataset(source, source.rows()), crew);
  }

  /** Measures a model on rows that its own preparation has made numbers of. */
  static Scorecard of(Model model, Dataset data, Crew crew) {
    Rows outputs = new Predictor(model.network(), crew.arithmetic()).predict(data.features(), crew);
    if (model.preparation().task() == Task.CLASSIFICATION) {
      return new Scorecard(average(model, data, crew), null, confusion(model, data, outputs));
    }
    boolean standardised = model.loss().targetDomain() == Range.REAL && outputs.width() == 1;
    double loss = standardised ? lossInUnits(model, data, outputs) : average(model, data, crew);
    return new Scorecard(loss, regression(model, data, outputs), null);
  }

  private static double average(Model model, Dataset data, Crew crew) {
    return new Evaluation(model.loss(), model.network(), data).loss(crew);
  }

  private static RegressionMetrics regression(Model model, Dataset data, Rows outputs) {
    NumberTarget target = (NumberTarget) model.preparation().target();
    RegressionMetrics.Accumulator metrics = new RegressionMetrics.Accumulator();
    for (int r = 0; r < data.count(); r++) {
      metrics.add(model.number(outputs, r), target.toUnits(data.targets().get(r, 0)));
    }
    return metrics.snapshot();
  }

  /** The average loss of predictions and targets that are no longer standardised. */
  private static double lossInUnits(Model model, Dataset data, Rows outputs) {
    NumberTarget target = (NumberTarget) model.preparation().target();
    double total = 0;
    for (int r = 0; r < data.count(); r++) {
      total +=
          loss(model.loss(), model.number(outputs, r), target.toUnits(data.targets().get(r, 0)));
    }
    return total / data.count();
  }

  /**
   * In doubles where the loss has a scalar form: large numbers do not fit into a float's digits.
   */
  private static double loss(Loss loss, double prediction, double target) {
    return loss instanceof ElementwiseLoss scalar
        ? scalar.value(prediction, target)
        : loss.row(new float[] {(float) prediction}, 0, 1, new float[] {(float) target}, 0, null);
  }

  private static ConfusionMatrix confusion(Model model, Dataset data, Rows outputs) {
    ClassTarget target = (ClassTarget) model.preparation().target();
    ConfusionMatrix.Accumulator matrix = new ConfusionMatrix.Accumulator(target.labels());
    for (int r = 0; r < data.count(); r++) {
      matrix.add(model.classNumber(outputs, r), ClassTarget.number(data.targets(), r));
    }
    return matrix.snapshot();
  }

  /** The measures as JSON. */
  Json json() {
    Json json = new Json().put("loss", loss);
    if (regression != null) {
      json.put("r2", regression.r2());
      json.put("rmse", regression.rmse());
      json.put("mae", regression.mae());
    }
    if (confusion != null) {
      json.put("accuracy", accuracy(confusion));
    }
    return json;
  }

  /** The measures in one line. */
  String words() {
    if (regression != null) {
      return String.format(
          Locale.ROOT,
          "r2 %.4f, typical miss (RMSE) %s, mean absolute error %s",
          regression.r2(),
          Figures.of(regression.rmse()),
          Figures.of(regression.mae()));
    }
    double accuracy = confusion == null ? Double.NaN : accuracy(confusion);
    return String.format(Locale.ROOT, "accuracy %.2f %%, loss %.4f", 100 * accuracy, loss);
  }

  private static double accuracy(ConfusionMatrix matrix) {
    return ClassificationMetrics.of(matrix).accuracy();
  }
}

package nn.core.data;

import java.util.List;
import java.util.function.ToIntFunction;
import nn.api.Rows;
import nn.core.data.Feature.Categorical;
import nn.core.data.Feature.Numeric;
import nn.core.data.Feature.Pixels;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;

/** Writes the cells of a table as the numbers that a {@link Preparation} asks for. */
final class Encoder {
  private final Table table;
  private final int[] rows;

  private Encoder(Table table, int[] rows) {
    this.table = table;
    this.rows = rows;
  }

  static Rows features(Preparation preparation, Table table, int[] rows) {
    Rows out = zeros(rows.length, preparation.width());
    Encoder encoder = new Encoder(table, rows);
    int at = 0;
    for (Feature feature : preparation.features()) {
      encoder.write(feature, out, at);
      at += feature.width();
    }
    return out;
  }

  static Rows targets(Target target, Table table, int[] rows, Encoding encoding) {
    Rows out = zeros(rows.length, target.width(encoding));
    TargetFit.requireFilled(table, target.column(), rows);
    Encoder encoder = new Encoder(table, rows);
    if (target instanceof NumberTarget number) {
      encoder.write(number, out);
    } else if (target instanceof ClassTarget classes) {
      encoder.write(classes, out, encoding);
    }
    return out;
  }

  /** Zeros for so many rows, if one array can hold them. */
  static Rows zeros(int count, int width) {
    if ((long) count * width > Integer.MAX_VALUE - 8) {
      throw new DataException(
          "%s rows of %s numbers are more than one array can hold; use fewer rows.", count, width);
    }
    return Rows.zeros(count, width);
  }

  /** Writes one class: its number, or a 1 in its place. */
  static void put(int classNumber, Encoding encoding, float[] data, int at) {
    if (encoding == Encoding.ONE_HOT) {
      data[at + classNumber] = 1;
    } else {
      data[at] = classNumber;
    }
  }

  private void write(Feature feature, Rows out, int at) {
    if (feature instanceof Numeric numeric) {
      write(numeric, out, at);
    } else if (feature instanceof Categorical categorical) {
      write(categorical, out, at);
    } else if (feature instanceof Pixels pixels) {
      throw new DataException(
          "The model reads images of %s pixels, not a table like %s; give it IDX images.",
          pixels.count(), table.name());
    }
  }

  private void write(Numeric numeric, Rows out, int at) {
    Cells cells = table.cells(numeric.column());
    for (int r = 0; r < rows.length; r++) {
      double x = cells.number(rows[r]);
      if (!Double.isNaN(x)) {
        double scaled = (x - numeric.mean()) / numeric.deviation();
        out.data()[out.at(r) + at] = number(numeric.column(), rows[r], scaled);
      } else if (numeric.marksMissing()) {
        out.data()[out.at(r) + at + 1] = 1;
      }
    }
  }

  private void write(Categorical categorical, Rows out, int at) {
    List<String> cells = table.column(categorical.column());
    for (int r = 0; r < rows.length; r++) {
      int place = categorical.indexOf(cells.get(rows[r]));
      boolean known = place < categorical.values().size();
      out.data()[out.at(r) + at + place] = known || categorical.marksOthers() ? 1 : 0;
    }
  }

  private void write(NumberTarget target, Rows out) {
    Cells cells = table.cells(target.column());
    for (int r = 0; r < rows.length; r++) {
      double scaled = target.scaled(cells.number(rows[r]));
      out.data()[out.at(r)] = number(target.column(), rows[r], scaled);
    }
  }

  private void write(ClassTarget target, Rows out, Encoding encoding) {
    List<String> cells = table.column(target.column());
    ToIntFunction<String> index = target.indexOfEach();
    for (int r = 0; r < rows.length; r++) {
      int classNumber = index.applyAsInt(cells.get(rows[r]));
      if (classNumber < 0) {
        throw table.complaint(
            target.column(),
            rows[r],
            "is none of the classes " + target.labels() + "; correct it.");
      }
      put(classNumber, encoding, out.data(), out.at(r));
    }
  }

  private float number(String column, int row, double scaled) {
    float number = (float) scaled;
    if (!Float.isFinite(number)) {
      throw table.complaint(
          column, row, "is too far from the numbers of the training rows; correct it.");
    }
    return number;
  }
}

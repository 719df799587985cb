package nn.core.data;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import nn.api.Rows;
import nn.core.data.Target.ClassTarget;

/** Images, each with a label from 0 to 255, read by {@link Idx}; the labels are the classes. */
public final class ImageSource implements Source {
  private static final String COLUMN = "label";

  private final Images images;
  private final int[] labels;

  ImageSource(Images images, int[] labels) {
    this.images = images;
    this.labels = labels;
  }

  /** The images. */
  public Images images() {
    return images;
  }

  /** The label of the image with the given number. */
  public int label(int image) {
    return labels[image];
  }

  @Override
  public int count() {
    return images.count();
  }

  @Override
  public int[] rows() {
    return images.rows();
  }

  @Override
  public Split split(double fraction, long seed) {
    return Split.stratified(labels, fraction, seed);
  }

  /** {@inheritDoc} Images need no fitting; the classes are the labels that occur. */
  @Override
  public Preparation fit(int[] rows) {
    List<String> names =
        Arrays.stream(labels).sorted().distinct().mapToObj(Integer::toString).toList();
    if (names.size() < 2) {
      throw new DataException(
          "Every image of %s has the label %s; give images of two classes or more.",
          images.name(), names.get(0));
    }
    return new Preparation(
        ImmutableList.of(images.feature()), ImmutableList.of(), new ClassTarget(COLUMN, names));
  }

  @Override
  public Dataset dataset(Preparation preparation, int[] rows, Encoding encoding) {
    Rows features = images.features(preparation, rows);
    if (!(preparation.target() instanceof ClassTarget classes)) {
      throw new IllegalArgumentException("images have classes, got " + preparation.target());
    }
    Rows targets = Rows.zeros(rows.length, classes.width(encoding));
    for (int r = 0; r < rows.length; r++) {
      int number = classNumber(classes, rows[r]);
      Encoder.put(number, encoding, targets.data(), targets.at(r));
    }
    return new Dataset(features, targets);
  }

  private int classNumber(ClassTarget classes, int image) {
    int number = classes.indexOf(Integer.toString(labels[image]));
    if (number < 0) {
      throw new DataException(
          "Image %s of %s has the label %s, which is none of the classes %s; give images of these.",
          image, images.name(), labels[image], classes.labels());
    }
    return number;
  }
}

package nn.demo.command;

import java.nio.file.Path;
import nn.core.data.Idx;
import nn.core.data.Preparation;
import nn.core.data.Source;
import nn.core.data.Table;
import nn.core.data.TableSource;
import nn.core.data.Task;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Images as data, in place of a CSV file. */
final class DataOptions {
  @Option(
      names = "--images",
      paramLabel = "F",
      description = "IDX file of images, gzipped or not, instead of a CSV.")
  @Nullable Path images;

  @Option(names = "--labels", paramLabel = "F", description = "IDX file with the images' labels.")
  @Nullable Path labels;

  /** Whether images are given. */
  boolean isImages() {
    return images != null || labels != null;
  }

  /** Refuses everything but one CSV, or one pair of image files. */
  void check(@Nullable Path csv) {
    if (csv != null && isImages()) {
      throw new UsageException(
          "Both " + csv + " and --images are given: name either a CSV file or image files.");
    }
    if (csv == null && !isImages()) {
      throw new UsageException(
          "No data is given: name a CSV file, or --images F --labels F for IDX images.");
    }
    if (csv == null && (images == null || labels == null)) {
      String missing = images == null ? "--images" : "--labels";
      throw new UsageException(
          missing + " is missing: images and their labels are two files, name both.");
    }
  }

  /** The rows that a model is to be used on; the options were checked. */
  Source source(@Nullable Path csv, Preparation preparation) {
    return source(csv, preparation.target().column(), preparation.task());
  }

  /** The rows to learn from or to be measured on; the options were checked. */
  Source source(@Nullable Path csv, @Nullable String target, @Nullable Task task) {
    if (images != null && labels != null) {
      return Idx.read(images, labels);
    }
    if (csv == null || target == null) {
      throw new UsageException("--target is missing: name the column to predict.");
    }
    return new TableSource(Table.read(csv), target, task);
  }
}

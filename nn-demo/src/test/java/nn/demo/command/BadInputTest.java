package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import nn.demo.Ran;
import nn.demo.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data and files that do not serve: one clear sentence each, exit code 1. */
class BadInputTest {
  @TempDir Path folder;

  @Test
  void validationRowsThatTheLossIgnoresAreNoReasonToTrain() {
    StringBuilder csv = new StringBuilder("x,kind\n");
    for (int i = 0; i < 60; i++) {
      csv.append(i + 0.5).append(i < 58 ? ",a\n" : i < 59 ? ",b\n" : ",c\n");
    }
    Path rare = Sample.text(folder, "rare.csv", csv.toString());
    Ran.nn("train", rare, "--target=kind", "--validation=0.03", "--loss=cross-entropy(ignored=0)")
        .wrongUsage(
            "cross-entropy gives each of the 2 validation rows the weight 0, so there is nothing to judge by. Change its parameters, hold other rows back, or none.");
  }

  @Test
  void aMissingFile() {
    Path file = folder.resolve("no.csv");
    train(file, "b")
        .failed(
            "There is no file %s; check the path, which is taken from %s."
                .formatted(file, Path.of("").toAbsolutePath()));
  }

  @Test
  void anEmptyFile() {
    train("", "b")
        .failed(
            "data.csv is empty; it needs a first line with the names of the columns, then rows.");
  }

  @Test
  void aHeaderAlone() {
    train("a,b\n", "b")
        .failed("data.csv has a header but no rows; add at least one line below the names.");
  }

  @Test
  void aDirectory() {
    train(folder, "b").failed(folder + " is a directory; name a file in it.");
  }

  @Test
  void aFileThatIsNotUtf8() {
    byte[] bytes = "name,b\nJosé,1\n".getBytes(StandardCharsets.ISO_8859_1);
    train(Sample.bytes(folder, "data.csv", bytes), "b")
        .failed("data.csv is not UTF-8: byte 0xe9 at position 10, on line 2; save it as UTF-8.");
  }

  @Test
  void raggedRows() {
    train("a,b\n1,2\n3\n", "b")
        .failed(
            "Line 3 of data.csv has 1 cells where the header has 2; complete it, or put quotes"
                + " around a cell that holds a separator.");
  }

  @Test
  void aQuoteThatIsNeverClosed() {
    train("a,b\n1,\"2\n3,4\n", "b")
        .failed("Line 2 of data.csv opens a quote that is never closed; close it.");
  }

  @Test
  void twoColumnsOfOneName() {
    train("a,a\n1,2\n", "a")
        .failed(
            "Columns 1 and 2 of data.csv are both called \"a\"; rename one of them in the header.");
  }

  @Test
  void aColumnThatIsNotThere() {
    train("size,price\n1,2\n", "prise")
        .failed(
            "There is no column \"prise\" in data.csv; did you mean \"price\"? It has size, price.");
  }

  @Test
  void aTargetWithMissingValues() {
    train("a,b\n1,2\n3,\n4,5\n5,NA\n", "b")
        .failed(
            "The target \"b\" is missing in 2 of 4 rows, as on line 3 of data.csv (\"\");"
                + " fill it in, or remove those rows.");
  }

  @Test
  void aTargetThatIsNaN() {
    train("a,b\n1,NaN\n2,3\n4,5\n", "b")
        .failed(
            "The target \"b\" is missing in 1 of 3 rows, as on line 2 of data.csv (\"NaN\");"
                + " fill it in, rename it if it is a class, or remove those rows.");
  }

  @Test
  void oneRow() {
    train("a,b\n1,2\n", "b")
        .failed("One row cannot be split; give more rows, or a validation fraction of 0.");
  }

  @Test
  void theTargetAlone() {
    train("b\n1\n2\n", "b")
        .failed("There is no column beside the target in data.csv; add at least one.");
  }

  @ParameterizedTest
  @CsvSource({"inf", "-Infinity", "1e999"})
  void infinityInACell(String cell) {
    train("a,b\n1,2\n" + cell + ",3\n4,5\n6,7\n", "b")
        .failed(
            "Column \"a\", line 3 of data.csv: \"%s\" is no finite number; correct it, or leave the cell empty."
                .formatted(cell));
  }

  @Test
  void aNumberWithAThousandsComma() {
    train("a,b\n\"1,200\",2\n3,3\n4,5\n6,7\n", "b")
        .failed(
            "Column \"a\", line 2 of data.csv: \"1,200\" is no plain number because of the \",\","
                + " the only such cell among 4 filled ones; write numbers like 1200.5, or remove the"
                + " column if it holds codes.");
  }

  @Test
  void aWordAmongNumbers() {
    String rows =
        IntStream.range(0, 30).mapToObj(i -> i * 2 + "," + i + "\n").reduce("", String::concat);
    Ran.nn(
            "train",
            Sample.text(folder, "data.csv", "a,b\n" + rows),
            "--target",
            "b",
            "--save",
            folder.resolve("m.nn"),
            "--epochs",
            1)
        .done();
    Path other = Sample.text(folder, "other.csv", "a,b\n1,2\nmany,3\n");
    Ran.nn("predict", folder.resolve("m.nn"), other)
        .failed(
            "Column \"a\", line 3 of other.csv: \"many\" is no number, the column is one of"
                + " numbers; correct it, or leave the cell empty.");
  }

  @Test
  void moreClassesThanMakeSense() {
    Ran.nn("train", Sample.houses(folder), "--target", "id", "--task", "classification")
        .failed(
            "The target \"id\" has 60 different values in 60 rows, too many to be classes; choose"
                + " another target, or ask for regression if they are numbers.");
  }

  @Test
  void textWithMoreValuesThanMakeSense() {
    StringBuilder csv = new StringBuilder("word,b\n");
    for (int i = 0; i < 1100; i++) {
      csv.append("w").append(i % 110).append(',').append(i * 1.5).append('\n');
    }
    train(csv.toString(), "b")
        .failed(
            "No column of data.csv serves as a feature: \"word\" is text with 110 different"
                + " values, more than the 100 that become numbers. Add a column of numbers, or of"
                + " fewer words.");
  }

  @Test
  void aTargetThatNeverChangesAsClasses() {
    Ran.nn("train", Sample.houses(folder), "--target", "flat", "--task", "classification")
        .failed(
            "The target \"flat\" is \"7\" in every row; classes need at least two values, so add"
                + " rows of another, or choose another target.");
  }

  @Test
  void textAsANumber() {
    Ran.nn("train", Sample.houses(folder), "--target", "town", "--task", "regression")
        .failed(
            "The target \"town\" holds text, no numbers; ask for classification, or choose another"
                + " target.");
  }

  @Test
  void imagesOfTheWrongLength() {
    byte[] whole = bytes(Sample.images(folder));
    Path cut = Sample.bytes(folder, "cut.idx", Arrays.copyOf(whole, whole.length - 1));
    images(cut, Sample.labels(folder))
        .failed("cut.idx has 479 bytes after its header, expected 480; get it anew.");
    Path half = Sample.bytes(folder, "half.idx", Arrays.copyOf(whole, 10));
    images(half, Sample.labels(folder))
        .failed("half.idx ends inside its header, after 10 bytes; give a complete IDX file.");
  }

  @Test
  void labelsThatDoNotBelongToTheImages() {
    byte[] two = {0, 0, 8, 1, 0, 0, 0, 2, 3, 4};
    images(Sample.images(folder), Sample.bytes(folder, "two.idx", two))
        .failed(
            "images.idx has 40 images and two.idx has 2 labels; give two files that belong together.");
  }

  @Test
  void imagesAndLabelsInEachOthersPlace() {
    images(/* images= */ Sample.labels(folder), /* labels= */ Sample.images(folder))
        .failed(
            "labels.idx.gz holds no IDX images: it starts with 0x00000801, they with 0x00000803;"
                + " give another file. Are images and labels swapped?");
  }

  @Test
  void compressedImagesThatEndEarly() {
    byte[] whole = bytes(Sample.labels(folder));
    Path cut = Sample.bytes(folder, "cut.gz", Arrays.copyOf(whole, whole.length / 2));
    Ran ran = images(Sample.images(folder), cut);
    assertTrue(ran.err().contains("nn: cut.gz is incomplete or damaged gzip data ("), ran.err());
    assertTrue(ran.code() == 1, ran.err());
  }

  @Test
  void aModelThatIsNotThere() {
    Path model = folder.resolve("no.nn");
    Ran.nn("evaluate", model, Sample.houses(folder))
        .failed(
            "Cannot read %s: there is no such file. Check the name; the full path is %s."
                .formatted(model, model));
  }

  @Test
  void aModelThatWasCutOff() {
    Path model = model();
    byte[] whole = bytes(model);
    Path cut = Sample.bytes(folder, "cut.nn", Arrays.copyOf(whole, whole.length - 100));
    Ran ran = Ran.nn("predict", cut, Sample.houses(folder));
    assertTrue(ran.err().startsWith("nn: Cannot read " + cut + ": its tensors take "), ran.err());
    assertTrue(ran.err().contains("save or copy it again."), ran.err());
    assertTrue(ran.code() == 1);
    Path stump = Sample.bytes(folder, "stump.nn", Arrays.copyOf(whole, 5));
    Ran.nn("predict", stump, Sample.houses(folder))
        .failed(
            "Cannot read %s: it has 5 bytes, too few for any header. Expected a safetensors file of F32 and F64 tensors, as nn saves them; save or copy it again."
                .formatted(stump));
  }

  @Test
  void aForeignFileAsAModel() {
    Path houses = Sample.houses(folder);
    Ran.nn("evaluate", houses, houses)
        .failed(
            "Cannot read %s: it is a file of another kind. Expected a safetensors file of F32 and F64 tensors, as nn saves them; save or copy it again."
                .formatted(houses));
    byte[] foreign = "\2\0\0\0\0\0\0\0{}".getBytes(StandardCharsets.US_ASCII);
    Path other = Sample.bytes(folder, "other.safetensors", foreign);
    Ran.nn("evaluate", other, houses)
        .failed(
            "%s is a safetensors file, but not a model of this program. Name a file that nn train --save wrote."
                .formatted(other));
  }

  @Test
  void aModelOfTablesForImagesAndTheOtherWayRound() {
    Path images = Sample.images(folder);
    Path tables = model();
    String sentence =
        "The model reads tables, and images.idx holds images; give it a CSV file with the column"
            + " \"size\".";
    Ran.nn("predict", tables, "--images", images).failed(sentence);
    Ran.nn("evaluate", tables, "--images", images, "--labels", Sample.labels(folder))
        .failed(sentence);
    Path pictures = folder.resolve("images.nn");
    Ran.nn(
            "train",
            "--images",
            images,
            "--labels",
            Sample.labels(folder),
            "--epochs",
            1,
            "--save",
            pictures)
        .done();
    Ran.nn("predict", pictures, Sample.houses(folder))
        .failed(
            "The model reads images of 12 pixels, not a table like houses.csv; give it IDX images.");
  }

  @Test
  void aFolderThatDoesNotExistToSaveTo() {
    Path place = folder.resolve("no").resolve("m.nn");
    String sentence =
        "Cannot save %s: the folder %s does not exist. Create it, or save to a folder that exists."
            .formatted(place, place.getParent());
    Ran train = Ran.nn("train", Sample.houses(folder), "--target", "price", "--save", place);
    train.failed(sentence);
    assertFalse(train.err().contains("Epoch"), "told before training");
    Ran.nn("predict", model(), Sample.houses(folder), "--output", place).failed(sentence);
    Ran.nn("train", Sample.houses(folder), "--target", "price", "--save", folder)
        .failed(
            "Cannot save %s: it is a folder. Add a file name, such as model.nn.".formatted(folder));
  }

  @Test
  void aStackTraceComesOnlyWithDebug() {
    Path file = folder.resolve("no.csv");
    assertFalse(train(file, "b").err().contains("\tat "));
    Ran debug = Ran.nn("train", file, "--target", "b", "--debug");
    assertTrue(debug.err().contains("\tat nn."), debug.err());
    assertTrue(debug.err().contains("nn: There is no file "), debug.err());
  }

  @Test
  void aComplaintLeavesStandardOutputEmptyEvenWithJson() {
    assertTrue(train("a,b\n1,2\n3\n", "b").out().isEmpty());
    assertTrue(Ran.nn("train", folder, "--target", "b", "--json").out().isEmpty());
  }

  private Ran train(String csv, String target) {
    return train(Sample.text(folder, "data.csv", csv), target);
  }

  private static Ran train(Path file, String target) {
    return Ran.nn("train", file, "--target", target);
  }

  private static Ran images(Path images, Path labels) {
    return Ran.nn("train", "--images", images, "--labels", labels);
  }

  private Path model() {
    Path model = folder.resolve("model.nn");
    Path houses = Sample.houses(folder);
    Ran.nn("train", houses, "--target", "price", "--epochs", 1, "--save", model).done();
    return model;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package nn.core.data;

import static nn.core.data.Complaint.assertComplaint;
import static nn.core.data.Complaint.assertComplaintMatches;
import static nn.core.data.Complaint.assertWrongArgument;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nn.core.data.Feature.Pixels;
import nn.core.data.Target.ClassTarget;
import nn.core.data.Target.NumberTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  /** Three images of 2 x 1 pixels. */
  private static final byte[] IMAGES = idx(new int[] {0x803, 3, 2, 1}, 0, 255, 51, 102, 255, 255);

  private static final byte[] LABELS = idx(new int[] {0x801, 3}, 7, 3, 7);

  @TempDir Path folder;

  @Test
  void readsImagesAndLabels() {
    ImageSource source = Idx.read(file("images", IMAGES), file("labels", LABELS));
    assertEquals(3, source.count());
    assertEquals(2, source.images().height());
    assertEquals(1, source.images().width());
    assertEquals(102, source.images().pixel(1, 1));
    assertEquals(7, source.label(2));
  }

  @Test
  void gzipIsRecognisedByItsContent() throws IOException {
    ImageSource source = Idx.read(file("images", gzip(IMAGES)), file("labels", gzip(LABELS)));
    assertEquals(255, source.images().pixel(2, 0));
    assertEquals(3, source.label(1));
  }

  @Test
  void pixelsAreDividedBy255AndLabelsAreClasses() {
    ImageSource source = Idx.read(file("images", IMAGES), file("labels", LABELS));
    Preparation preparation = source.fit(source.rows());
    assertEquals(
        new Preparation(
            List.of(new Pixels(2, 255)), List.of(), new ClassTarget("label", List.of("3", "7"))),
        preparation);
    assertEquals("pixels", preparation.features().get(0).column());
    Dataset data = source.dataset(preparation, new int[] {1, 0}, Encoding.CLASS_INDEX);
    assertArrayEquals(new float[] {0.2f, 0.4f, 0, 1}, data.features().data());
    assertArrayEquals(new float[] {0, 1}, data.targets().data());
    assertArrayEquals(
        new float[] {0, 1, 1, 0},
        source.dataset(preparation, new int[] {2, 1}, Encoding.ONE_HOT).targets().data());
  }

  @Test
  void splitsKeepTheClassesShares() {
    byte[] pixels = new byte[16 + 40];
    ByteBuffer.wrap(pixels).putInt(0x803).putInt(40).putInt(1).putInt(1);
    byte[] labels = new byte[8 + 40];
    ByteBuffer.wrap(labels).putInt(0x801).putInt(40);
    Arrays.fill(labels, 8, 18, (byte) 200);
    ImageSource source = Idx.read(file("images", pixels), file("labels", labels));
    int[] validation = source.split(0.2, 1).validation();
    assertEquals(8, validation.length);
    assertEquals(2, Arrays.stream(validation).filter(i -> source.label(i) == 200).count());
  }

  @Test
  void anotherKindOfFileIsRefusedWithItsMagic() {
    Path images = file("images", IMAGES);
    Path labels = file("labels", LABELS);
    assertComplaint(
        "labels holds no IDX images: it starts with 0x00000801, they with 0x00000803; give another"
            + " file. Are images and labels swapped?",
        () -> Idx.read(labels, images));
    assertComplaint(
        "other holds no IDX labels: it starts with 0xcafebabe, they with 0x00000801; give another"
            + " file.",
        () -> Idx.read(images, file("other", idx(new int[] {0xcafebabe}, 1))));
  }

  @Test
  void aWrongLengthSaysWhatWasFound() {
    assertComplaint(
        "images has 5 bytes after its header, expected 6; get it anew.",
        () -> Idx.images(file("images", Arrays.copyOf(IMAGES, IMAGES.length - 1))));
    assertComplaint(
        "labels has 4 bytes after its header, expected 3; get it anew.",
        () ->
            Idx.read(
                file("images", IMAGES), file("labels", Arrays.copyOf(LABELS, LABELS.length + 1))));
  }

  @Test
  void aShortOrWrongHeaderIsRefused() {
    assertComplaint(
        "images ends inside its header, after 14 bytes; give a complete IDX file.",
        () -> Idx.images(file("images", Arrays.copyOf(IMAGES, 14))));
    assertComplaint(
        "images is damaged: its header has a size of 4294967295, expected 1 to 2147483647; get it"
            + " anew.",
        () -> Idx.images(file("images", idx(new int[] {0x803, -1, 2, 1}))));
    assertComplaint(
        "images is damaged: its header has a size of 65536, expected 1 to 65535; get it anew.",
        () -> Idx.images(file("images", idx(new int[] {0x803, 1, 65536, 1}))));
    assertComplaint(
        "images has 0 bytes after its header, expected 9223084823883841475; get it anew."
            .replace("9223084823883841475", Long.toString(2147483647L * 65535 * 65535)),
        () -> Idx.images(file("images", idx(new int[] {0x803, 2147483647, 65535, 65535}))));
  }

  @Test
  void imagesAndLabelsMustBelongTogether() {
    assertComplaint(
        "images has 3 images and labels has 2 labels; give two files that belong together.",
        () -> Idx.read(file("images", IMAGES), file("labels", idx(new int[] {0x801, 2}, 1, 2))));
  }

  @Test
  void truncatedAndDamagedGzipIsRefused() throws IOException {
    byte[] packed = gzip(IMAGES);
    assertComplaint(
        "images.gz is incomplete or damaged gzip data (Unexpected end of ZLIB input stream); get it"
            + " anew.",
        () -> Idx.images(file("images.gz", Arrays.copyOf(packed, packed.length / 2))));
    assertComplaint(
        "images.gz is incomplete or damaged gzip data (it ends inside its header); get it anew.",
        () -> Idx.images(file("images.gz", Arrays.copyOf(packed, 3))));
    byte[] damaged = packed.clone();
    damaged[packed.length - 8] ^= 1;
    assertComplaintMatches(
        "images.gz is incomplete or damaged gzip data \\(.+\\); get it anew\\.",
        () -> Idx.images(file("images.gz", damaged)));
  }

  @Test
  void aMissingFileOrADirectoryIsRefused() {
    assertComplaint(folder + " is a directory; name a file in it.", () -> Idx.images(folder));
  }

  @Test
  void anEmptyFileEndsInsideItsHeader() {
    assertComplaint(
        "images ends inside its header, after 0 bytes; give a complete IDX file.",
        () -> Idx.images(file("images", new byte[0])));
  }

  @Test
  void imagesOfOneClassAreNoTask() {
    ImageSource source =
        Idx.read(file("images", IMAGES), file("labels", idx(new int[] {0x801, 3}, 5, 5, 5)));
    assertComplaint(
        "Every image of images has the label 5; give images of two classes or more.",
        () -> source.fit(source.rows()));
  }

  @Test
  void anUnknownLabelIsRefused() {
    ImageSource source = Idx.read(file("images", IMAGES), file("labels", LABELS));
    Preparation other =
        new Preparation(
            List.of(new Pixels(2, 255)), List.of(), new ClassTarget("label", List.of("0", "7")));
    assertComplaint(
        "Image 1 of images has the label 3, which is none of the classes [0, 7]; give images of"
            + " these.",
        () -> source.dataset(other, source.rows(), Encoding.CLASS_INDEX));
  }

  @Test
  void imagesOfAnotherSizeAreRefused() {
    Images images = Idx.images(file("images", IMAGES));
    Preparation other =
        new Preparation(List.of(new Pixels(784, 255)), List.of(), new NumberTarget("y", 0, 1));
    assertComplaint(
        "The model reads images of 784 pixels, those of images have 2 (2 x 1); give it images of the"
            + " same size.",
        () -> images.features(other, images.rows()));
  }

  @Test
  void aModelOfTablesRefusesImages() {
    ImageSource source = Idx.read(file("images", IMAGES), file("labels", LABELS));
    Table table = Table.of("x", 1, 2, 4, 8).with("y", List.of("a", "b", "a", "b"));
    Preparation other = Preparation.fit(table, "y", null, table.rows());
    assertComplaint(
        "The model reads tables, and images holds images; give it a CSV file with the column \"x\".",
        () -> source.dataset(other, source.rows(), Encoding.ONE_HOT));
  }

  @Test
  void imagesHaveNoNumberAsTarget() {
    ImageSource source = Idx.read(file("images", IMAGES), file("labels", LABELS));
    Preparation other =
        new Preparation(List.of(new Pixels(2, 255)), List.of(), new NumberTarget("y", 0, 1));
    assertWrongArgument(
        "images have classes, got NumberTarget[column=y, mean=0.0, deviation=1.0]",
        () -> source.dataset(other, source.rows(), Encoding.NUMBER));
  }

  private Path file(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] idx(int[] header, int... content) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * header.length + content.length);
    Arrays.stream(header).forEach(bytes::putInt);
    Arrays.stream(content).forEach(one -> bytes.put((byte) one));
    return bytes.array();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packer = new GZIPOutputStream(out)) {
      packer.write(plain);
    }
    return out.toByteArray();
  }

  @Test
  void pixelsStandLineByLine() throws IOException {
    byte[] bytes = new byte[16 + 12];
    ByteBuffer.wrap(bytes).putInt(0x803).putInt(2).putInt(3).putInt(2);
    for (int i = 0; i < 12; i++) {
      bytes[16 + i] = (byte) (i * 5);
    }
    Images images = Idx.images(Files.write(folder.resolve("images"), bytes));
    assertEquals(6, images.feature().count());
    assertEquals(6, images.feature().width());
    assertEquals(5 * 6, images.pixel(1, 0));
    assertEquals(5 * 11, images.pixel(1, 5));
  }
}

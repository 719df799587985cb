package nn.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** A small CSV with numbers, categories and missing cells. */
final class Houses {
  private static final String[] TOWNS = {"Ulm", "Köln", "Łódź", ""};

  private Houses() {}

  /** Writes it; its target is price. */
  static Path write(Path file) throws IOException {
    Random random = new Random(7);
    StringBuilder csv = new StringBuilder("size,age,town,price\n");
    for (int i = 0; i < 160; i++) {
      int size = 40 + random.nextInt(200);
      int town = random.nextInt(TOWNS.length);
      double price = 2.5 * size + 30 * town + random.nextInt(20);
      String age = i % 11 == 0 ? "NA" : String.valueOf(random.nextInt(90));
      csv.append(String.format(Locale.ROOT, "%d,%s,%s,%.1f%n", size, age, TOWNS[town], price));
    }
    return Files.writeString(file, csv.toString());
  }
}

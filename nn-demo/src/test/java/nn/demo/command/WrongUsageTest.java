package nn.demo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import nn.demo.Ran;
import nn.demo.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that are missing, wrong or contradict each other: one clear sentence, exit code 2. */
class WrongUsageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--layers   | 64 relux                    | Layer 1: No activation is called 'relux'. Did you mean relu or relu6? (nn plugins lists all 44.)",
        "--layers   | 8 leaky-relu(slop=1)        | Layer 1: leaky-relu has no parameter 'slop'. Did you mean slope? Its parameters: slope (0 to 1, default 0.01).",
        "--layers   | 64 relu,                    | Layer 2: '' is not a layer. Write 64 relu (units and activation), dropout(0.2), batch-norm or layer-norm.",
        "--layers   | 0 relu                      | Layer 1: units must be at least 1, got 0.",
        "--loss     | mze                         | No loss is called 'mze'. Did you mean mae or mse? (nn plugins lists all 27.)",
        "--loss     | cross-entropy               | --loss cross-entropy needs rows of probabilities that add up to 1, but the target price is a number. Leave --loss out, or add --task classification.",
        "--loss     | binary-cross-entropy        | --loss binary-cross-entropy needs numbers from 0 to 1, but the target price is a number. Leave --loss out, or add --task classification.",
        "--optimizer | adan                       | No optimizer is called 'adan'. Did you mean adam? (nn plugins lists all 21.)",
        "--optimizer | adam(learning-rate=-1)     | adam: learning-rate must be between 1e-12 and 1000, got -1.",
        "--optimizer | adam(beta1=2)              | adam: beta1 must be between 0 and 0.999999, got 2.",
        "--schedule | konstant                    | No schedule is called 'konstant'. Did you mean constant? (nn plugins lists all 13.)",
        "--output-activation | sigmoyd            | No activation is called 'sigmoyd'. Did you mean sigmoid? (nn plugins lists all 44.)",
        "--initializer | he-unifrm               | No initializer is called 'he-unifrm'. Did you mean he-uniform? (nn plugins lists all 16.)",
        "--rate     | 0                           | --rate must be a number above 0, got 0.",
        "--rate     | 1e30                        | adam: learning-rate must be between 1e-12 and 1000, got 1e30.",
        "--rate     | fast                        | Invalid value for option '--rate': 'fast' is not a number.",
        "--rate     | 0x1p-3                      | Invalid value for option '--rate': '0x1p-3' is not a number.",
        "--validation | 0.2f                      | Invalid value for option '--validation': '0.2f' is not a number.",
        "--epochs   | -1                          | --epochs must be at least 0, got -1.",
        "--epochs   | 1.5                         | Invalid value for option '--epochs': '1.5' is not a whole number.",
        "--batch    | 0                           | --batch must be at least 1, got 0.",
        "--patience | -1                          | --patience must be at least 0, got -1.",
        "--threads  | 0                           | --threads must be at least 1, got 0.",
        "--validation | 1                         | --validation must be from 0 to less than 1, got 1.",
        "--validation | -0.1                      | --validation must be from 0 to less than 1, got -0.1.",
        "--task     | regresion                   | Invalid value for option '--task': 'regresion' is not regression or classification.",
        "--images   | x.idx                       | Both houses.csv and --images are given: name either a CSV file or image files.",
      })
  void anOptionThatDoesNotServe(String option, String value, String sentence) {
    Path houses = Sample.houses(folder);
    Ran.nn("train", houses, "--target", "price", option, value)
        .wrongUsage(sentence.replace("houses.csv", houses.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--layers            | 64 relux | Layer 1: No activation is called 'relux'. Did you mean relu or relu6? (nn plugins lists all 44.)",
        "--output-activation | sigmoyd  | No activation is called 'sigmoyd'. Did you mean sigmoid? (nn plugins lists all 44.)",
        "--initializer       | he-unifrm | No initializer is called 'he-unifrm'. Did you mean he-uniform? (nn plugins lists all 16.)",
        "--loss              | mze      | No loss is called 'mze'. Did you mean mae or mse? (nn plugins lists all 27.)",
      })
  void aWrongNameIsToldBeforeTheFileIsRead(String option, String value, String sentence) {
    Ran.nn("train", folder.resolve("none.csv"), "--target", "price", option, value)
        .wrongUsage(sentence);
  }

  @Test
  void theOutputActivationMustGiveWhatTheLossNeeds() {
    Ran ran =
        Ran.nn("train", Sample.clouds(folder), "--target", "kind", "--output-activation", "relu");
    ran.wrongUsage(
        "cross-entropy needs rows of probabilities that add up to 1, but the output activation"
            + " relu gives numbers of at least 0. Use the output activation softmax.");
    assertEquals("", ran.out(), "told before anything else");
  }

  @Test
  void noDataAtAll() {
    Ran.nn("train")
        .wrongUsage("No data is given: name a CSV file, or --images F --labels F for IDX images.");
    Ran.nn("train", "--images", "x.idx")
        .wrongUsage("--labels is missing: images and their labels are two files, name both.");
    Ran.nn("train", "--labels", "x.idx")
        .wrongUsage("--images is missing: images and their labels are two files, name both.");
  }

  @Test
  void aLossThatTellsNoClasses() {
    Ran.nn("train", Sample.clouds(folder), "--target", "kind", "--loss", "gaussian-nll")
        .wrongUsage(
            "gaussian-nll has 6 outputs for the 3 classes of \"kind\", which tell no class; use another loss.");
  }

  @Test
  void noTarget() {
    Ran.nn("train", Sample.houses(folder))
        .wrongUsage("--target is missing: name the column to predict.");
    Ran.nn("train", "a.csv", "--target")
        .wrongUsage("Missing required parameter for option '--target' (COLUMN).");
  }

  @Test
  void aTargetForImages() {
    Ran.nn("train", "--images", "x.idx", "--labels", "y.idx", "--target", "z")
        .wrongUsage("--target names a column of a CSV file; images have labels.");
  }

  @Test
  void twoLearningRates() {
    Ran.nn(
            "train",
            "a.csv",
            "--target",
            "b",
            "--rate",
            0.1,
            "--optimizer",
            "adam(learning-rate=0.2)")
        .wrongUsage(
            "--rate 0.1 and the learning-rate in --optimizer contradict each other. Give one.");
  }

  @Test
  void patienceWithoutRowsToJudgeBy() {
    Ran.nn("train", "a.csv", "--target", "b", "--patience", 3, "--validation", 0)
        .wrongUsage(
            "--patience 3 needs rows to judge by, but --validation is 0. Give --validation a part"
                + " such as 0.2, or leave --patience out.");
  }

  @ParameterizedTest
  @CsvSource({"--layers, 3 relu", "--seed, 2", "--rate, 0.1", "--batch, 8", "--loss, mse"})
  void whatACheckpointHasSettled(String option, String value) {
    Ran.nn("train", "a.csv", "--resume", "m.checkpoint", option, value)
        .wrongUsage(
            option
                + " cannot be combined with --resume: the checkpoint has settled it. Leave it out.");
  }

  @Test
  void aResumeFromSomethingElse() {
    Path model = folder.resolve("m.nn");
    Path houses = Sample.houses(folder);
    Ran.nn("train", houses, "--target", "price", "--epochs", 2, "--save", model).done();
    Ran.nn("train", houses, "--resume", model)
        .wrongUsage(
            model
                + " is a finished model, not a checkpoint. Name the .checkpoint file that training"
                + " wrote beside it.");
    String checkpoint = model + ".checkpoint";
    Ran.nn("train", houses, "--target", "rooms", "--resume", checkpoint)
        .wrongUsage(
            "--target rooms contradicts the checkpoint, which predicts price. Leave --target out.");
    Path other = Sample.text(folder, "other.csv", Sample.read(houses).replace("south", "north"));
    Ran.nn("train", other, "--resume", checkpoint)
        .wrongUsage(
            "%s was made from other data (%s, 60 rows). Give the same file to go on."
                .formatted(checkpoint, houses));
    Ran.nn("train", houses, "--resume", checkpoint)
        .wrongUsage(
            "The checkpoint has 2 epochs behind it and 2 were wanted. Give --epochs a number above"
                + " 2 to train longer.");
    heldBackRowsAreThoseData(houses, checkpoint);
    Ran.nn("train", houses, "--resume", checkpoint, "--epochs", 3, "--save", model).done();
    Ran.nn("train", houses, "--resume", checkpoint)
        .wrongUsage(
            "The checkpoint has 3 epochs behind it and 3 were wanted. Give --epochs a number above"
                + " 3 to train longer.");
  }

  @Test
  void nothingToPredictFrom() {
    String sentence = "Name either a CSV file or --images F, not both and not neither.";
    Ran.nn("predict", "m.nn").wrongUsage(sentence);
    Ran.nn("predict", "m.nn", "a.csv", "--images", "x.idx").wrongUsage(sentence);
    Ran.nn("predict").wrongUsage("Missing required parameter: 'MODEL'.");
  }

  /** Whichever row is changed, held back or not: it is other data. */
  private void heldBackRowsAreThoseData(Path houses, String checkpoint) {
    String text = Sample.read(houses);
    List<String> lines = text.lines().toList();
    for (int i = 1; i <= 12; i++) {
      String changed = lines.get(i).replaceAll("[^,]*$", "99999");
      Path other = Sample.text(folder, "one.csv", text.replace(lines.get(i), changed));
      Ran.nn("train", other, "--resume", checkpoint)
          .wrongUsage(
              "%s was made from other data (%s, 60 rows). Give the same file to go on."
                  .formatted(checkpoint, houses));
    }
  }
}

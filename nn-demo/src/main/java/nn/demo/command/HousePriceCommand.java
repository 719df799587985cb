package nn.demo.command;

import com.google.common.base.MoreObjects;
import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nn.core.plugin.Plugins;
import nn.demo.picture.Gallery;
import nn.demo.story.Cast;
import nn.demo.story.Chapter;
import nn.demo.story.Chapters;
import nn.demo.story.Classroom;
import nn.demo.story.HousePrice;
import nn.demo.story.HousePriceStory;
import nn.demo.story.Page;
import nn.demo.terminal.Json;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nn house-price}: a neuron finds $200 per square foot; or one chapter of how. */
@Command(
    name = "house-price",
    description = "Watch a neuron find the price of a square foot: guess, measure, adjust, repeat.")
final class HousePriceCommand implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Parameters(
      arity = "0..1",
      paramLabel = "CHAPTER",
      description = "Tell one chapter of the story, 1 to 12; without it, the story in short.")
  private @Nullable Integer chapter;

  @Option(names = "--predict", description = "Ask before showing; Enter shows the answer.")
  private boolean predict;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "Draw pictures too, into this folder: SVG, PNG and a page of them.")
  private @Nullable Path pictures;

  @Option(
      names = "--activation",
      paramLabel = "TEXT",
      description = "Let eight hidden neurons with this activation play too.")
  private @Nullable String activation;

  @Option(names = "--loss", paramLabel = "TEXT", description = "Loss, in place of mse.")
  private @Nullable String loss;

  @Option(
      names = "--optimizer",
      paramLabel = "TEXT",
      description = "Optimizer, in place of sgd(learning-rate=0.1).")
  private @Nullable String optimizer;

  private final Terminal terminal;

  HousePriceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Chapter asked = chapter == null ? null : chapter(chapter);
    if (asked != null) {
      requireRoles(asked);
    }
    if (pictures != null) {
      Gallery.requireFolder(pictures);
    }
    try (Plugins plugins = common.discover(terminal)) {
      Classroom room = new Classroom(plugins, common.arithmetic(plugins), common.seed(), cast());
      requireNames(plugins, room.cast());
      if (asked == null) {
        mainJob(room);
      } else {
        tell(asked, room);
      }
      draw(room);
      return 0;
    }
  }

  /** A role that nobody plays is told, not passed over in silence. */
  private void requireRoles(Chapter asked) {
    if (loss != null || optimizer != null) {
      throw new UsageException(
          "No chapter has a role for --loss and --optimizer. They play in nn house-price without a chapter.");
    }
    if (activation != null && !asked.hasLead()) {
      throw new UsageException(
          "Chapter %d has no role for --activation. It plays in nn house-price without a chapter and in the chapters %s."
              .formatted(asked.number(), Chapters.withLead()));
    }
  }

  /** A mistyped name is told before half a chapter is. */
  private static void requireNames(Plugins plugins, Cast cast) {
    plugins.activation(cast.activation());
    plugins.loss(cast.loss());
    plugins.optimizer(cast.optimizer());
  }

  private void draw(Classroom room) {
    if (pictures != null) {
      terminal.note("Pictures: open %s", new Gallery(room).write(pictures, chapter));
    }
  }

  private static Chapter chapter(int number) {
    ImmutableList<Chapter> all = Chapters.all();
    if (number < 1 || number > all.size()) {
      throw new UsageException(
          "There is no chapter %d. Name one from 1 to %d, or none for the story in short."
              .formatted(number, all.size()));
    }
    return all.get(number - 1);
  }

  private void tell(Chapter asked, Classroom room) {
    if (!common.json()) {
      Chapters.tell(asked, Page.on(terminal, predict), room);
      return;
    }
    Page page = Page.collected();
    Chapters.tell(asked, page, room);
    terminal.json(
        new Json()
            .put("chapter", asked.number())
            .put("title", asked.title())
            .put("lines", page.lines()));
  }

  private void mainJob(Classroom room) {
    HousePrice learned =
        HousePrice.learn(room.plugins(), room.cast(), room.arithmetic(), room.seed());
    if (common.json()) {
      terminal.json(json(learned));
    } else {
      new HousePriceStory(Page.on(terminal, predict), learned).tell();
    }
  }

  private Cast cast() {
    return new Cast(
        MoreObjects.firstNonNull(activation, Cast.TALK.activation()),
        MoreObjects.firstNonNull(loss, Cast.TALK.loss()),
        MoreObjects.firstNonNull(optimizer, Cast.TALK.optimizer()));
  }

  private static Json json(HousePrice learned) {
    return new Json()
        .put("dollarsPerSquareFoot", learned.result().dollarsPerSquareFoot())
        .put("predictionFor2000", learned.result().priceOf2000())
        .put("rmse", learned.result().rmse())
        .put("closedForm", learned.closedForm())
        .put("steps", learned.steps());
  }
}

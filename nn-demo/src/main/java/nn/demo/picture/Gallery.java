package nn.demo.picture;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import nn.demo.story.Classroom;
import nn.demo.story.TheTrainingLoop;
import org.jspecify.annotations.Nullable;

/** All pictures of the story, and the folder they are hung in. */
public final class Gallery {
  private final Classroom room;

  /** A gallery whose numbers the engine computes in this classroom. */
  public Gallery(Classroom room) {
    this.room = room;
  }

  /**
   * Makes sure that pictures can be written to a folder, before work is put into them.
   *
   * @param folder made if it is not there
   * @throws IllegalArgumentException if it cannot be made, or something else has its name
   */
  public static void requireFolder(Path folder) {
    PictureFolder.at(folder);
  }

  /**
   * Writes each picture as SVG and PNG, light and dark, and one page with all of them.
   *
   * @param folder made if it is not there
   * @param chapter whose pictures are wanted; null for all
   * @return the page
   * @throws IllegalArgumentException if the folder cannot be written
   */
  public Path write(Path folder, @Nullable Integer chapter) {
    PictureFolder place = PictureFolder.at(folder);
    return place.write(pictures(chapter));
  }

  /** The pictures of one chapter or of all, in the order of the story. */
  ImmutableList<Picture> pictures(@Nullable Integer chapter) {
    return rooms().stream()
        .filter(door -> chapter == null || door.chapter() == chapter)
        .flatMap(door -> door.pictures().get().stream())
        .collect(ImmutableList.toImmutableList());
  }

  /** A chapter's pictures, drawn when they are wanted. */
  private record Door(int chapter, Supplier<List<Picture>> pictures) {}

  private List<Door> rooms() {
    return List.of(
        new Door(1, () -> List.of(first().rules())),
        new Door(2, () -> List.of(first().houses())),
        new Door(3, () -> List.of(first().loop())),
        new Door(4, () -> List.of(NeuronPicture.of(room))),
        new Door(5, () -> List.of(Bend.learn(room).picture())),
        new Door(
            6, () -> List.of(GatePictures.open(Bend.learn(room)), ActivationsPicture.of(room))),
        new Door(7, () -> List.of(SquaresPicture.of(room))),
        new Door(8, () -> List.of(BlamePicture.of(room))),
        new Door(9, this::valleys),
        new Door(10, this::loop),
        new Door(11, () -> List.of(GatePictures.dead(room), GradientsPicture.of(room))),
        new Door(12, this::ring));
  }

  private FirstPictures first() {
    return new FirstPictures(room);
  }

  private List<Picture> valleys() {
    ValleyPictures valley = new ValleyPictures(room);
    return List.of(
        valley.valley(), valley.rates(), CanyonPicture.of(room), TwoValleysPicture.of(room));
  }

  private List<Picture> loop() {
    List<TheTrainingLoop.Epoch> epochs = TheTrainingLoop.town(room);
    return List.of(LoopPictures.line(epochs), LoopPictures.loss(epochs));
  }

  private List<Picture> ring() {
    RingPictures ring = new RingPictures(room);
    return List.of(ring.regions(), ring.views());
  }
}

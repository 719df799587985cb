package nn.demo.picture;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import nn.demo.story.Classroom;

/** The figures of the essays, by the essay that shows them. */
public final class EssayFigures {
  private EssayFigures() {}

  /** What each SVG file holds, by its name without the end. */
  public static ImmutableMap<String, String> files(Classroom room) {
    return pictures(room).values().stream()
        .flatMap(List::stream)
        .collect(ImmutableMap.toImmutableMap(Picture::name, Svg::file));
  }

  /** The pictures of each essay. */
  static Map<String, List<Picture>> pictures(Classroom room) {
    return ImmutableMap.of(
        "backpropagation", List.of(blame(room), DifferencesFigure.of(room)),
        "softmax-and-cross-entropy", List.of(SurpriseFigure.of(room)),
        "initialisation", List.of(SignalsFigure.of(room)),
        "optimizers", List.of(PathsFigure.of(room)));
  }

  /** The story's own picture. */
  private static Picture blame(Classroom room) {
    Picture told = BlamePicture.of(room);
    return new Picture("blame", told.alt(), told.caption(), told.drawing(), told.sheet());
  }
}

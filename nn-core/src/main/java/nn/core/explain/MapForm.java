package nn.core.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigDecimal;
import java.util.Optional;
import nn.api.Rows;
import nn.core.explain.ExplainedBlock.Memory;
import nn.core.plugin.Plugins;
import nn.core.text.Numbers;

/**
 * An explained step as nested maps and lists. Numbers are exact: the fewest digits that read back
 * as the same float; what is no number is a word.
 */
final class MapForm {
  private static final JsonMapper MAPPER = new JsonMapper();

  private MapForm() {}

  static String json(ExplainedStep step, Shown shown) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(of(step, shown));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An explained step is always writable.", e);
    }
  }

  static ImmutableMap<String, Object> of(ExplainedStep step, Shown shown) {
    return ImmutableMap.<String, Object>builder()
        .put("step", step.number())
        .put("rows", step.rows())
        .put("layers", step.layers().stream().map(MapForm::layer).toList())
        .put("loss", loss(step.loss()))
        .put("sections", step.sections(shown).stream().map(MapForm::section).toList())
        .buildOrThrow();
  }

  private static ImmutableMap<String, Object> layer(ExplainedLayer layer) {
    ImmutableMap.Builder<String, Object> map = ImmutableMap.builder();
    map.put("layer", layer.name()).put("inputs", rows(layer.inputs()));
    put(map, "sums", layer.sums());
    map.put("outputs", rows(layer.outputs()));
    put(map, "outputBlame", layer.outputBlame());
    put(map, "sumBlame", layer.sumBlame());
    put(map, "inputBlame", layer.inputBlame());
    return map.put("parameters", layer.blocks().stream().map(MapForm::block).toList())
        .buildOrThrow();
  }

  private static void put(
      ImmutableMap.Builder<String, Object> map, String name, Optional<Rows> rows) {
    rows.ifPresent(numbers -> map.put(name, rows(numbers)));
  }

  private static ImmutableMap<String, Object> block(ExplainedBlock block) {
    return ImmutableMap.<String, Object>builder()
        .put("name", block.block().name())
        .put("optimizer", Plugins.nameOf(block.optimizer()))
        .put("rate", number(block.rate()))
        .put("before", rows(block.before()))
        .put("gradient", rows(block.gradient()))
        .put("after", rows(block.after()))
        .put("change", change(block))
        .put("memory", block.memory().stream().map(MapForm::memory).toList())
        .buildOrThrow();
  }

  private static ImmutableMap<String, Object> memory(Memory memory) {
    return ImmutableMap.of("before", rows(memory.before()), "after", rows(memory.after()));
  }

  private static ImmutableMap<String, Object> loss(ExplainedLoss loss) {
    return ImmutableMap.<String, Object>builder()
        .put("name", Plugins.nameOf(loss.loss()))
        .put("fused", loss.fused())
        .put("value", number(loss.value()))
        .put("after", number(loss.after()))
        .put("rowLosses", numbers(loss.rowLosses()))
        .put("rowWeights", numbers(loss.rowWeights()))
        .put("predictions", rows(loss.predictions()))
        .put("targets", rows(loss.targets()))
        .put("gradient", rows(loss.gradient()))
        .buildOrThrow();
  }

  private static ImmutableMap<String, Object> section(Section section) {
    return ImmutableMap.of(
        "title", section.title(), "lines", section.lines().stream().map(Line::text).toList());
  }

  private static ImmutableList<Object> change(ExplainedBlock block) {
    ImmutableList.Builder<Object> rows = ImmutableList.builder();
    for (int r = 0; r < block.before().count(); r++) {
      ImmutableList.Builder<Object> row = ImmutableList.builder();
      for (int c = 0; c < block.before().width(); c++) {
        row.add(number(block.change(r, c)));
      }
      rows.add(row.build());
    }
    return rows.build();
  }

  private static ImmutableList<Object> rows(Rows numbers) {
    ImmutableList.Builder<Object> rows = ImmutableList.builder();
    for (int r = 0; r < numbers.count(); r++) {
      ImmutableList.Builder<Object> row = ImmutableList.builder();
      for (int c = 0; c < numbers.width(); c++) {
        row.add(number(Numbers.text(numbers.get(r, c))));
      }
      rows.add(row.build());
    }
    return rows.build();
  }

  private static ImmutableList<Object> numbers(ImmutableDoubleArray numbers) {
    return numbers.stream().mapToObj(MapForm::number).collect(ImmutableList.toImmutableList());
  }

  private static Object number(double value) {
    return number(Numbers.text(value));
  }

  private static Object number(String text) {
    return Numbers.isNumber(text) ? new BigDecimal(text) : text;
  }
}

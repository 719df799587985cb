package nn.core.explain;

import nn.api.Rows;
import nn.core.explain.ExplainedBlock.Memory;
import nn.core.plugin.Plugins;

/** Writes what the optimizer made of the blame: every parameter before and after. */
final class UpdateWriter {
  private final Lines lines;

  private UpdateWriter(Lines lines) {
    this.lines = lines;
  }

  static Section section(ExplainedStep step, Shown shown) {
    UpdateWriter writer = new UpdateWriter(new Lines(shown));
    for (int i = 0; i < step.layers().size(); i++) {
      if (!step.layers().get(i).blocks().isEmpty()) {
        writer.lines.layer(step.layers().get(i), i);
        step.layers().get(i).blocks().forEach(writer::block);
      }
    }
    writer.lines.words(
        "The loss of %s was %s and is now %s.",
        step.rows() == 1 ? "this row" : "these rows",
        Figure.of(step.loss().value()).text(),
        Figure.of(step.loss().after()).text());
    return writer.lines.section("Adjust");
  }

  private void block(ExplainedBlock block) {
    lines.words("%s, at the rate %s:", rule(block), Figure.of(block.rate()).text());
    boolean plain = block.isPlainStep();
    int units = lines.units(block.before().width());
    int inputs = lines.units(block.before().count());
    for (int c = 0; c < units; c++) {
      for (int r = 0; r < inputs; r++) {
        lines.equation(change(block, plain, r, c));
        remembered(block, plain, r, c);
      }
    }
    lines.more(block.before().size(), units * inputs, "number", "numbers");
    for (Memory memory : block.memory()) {
      if (!memory.perWeight()) {
        lines.words(
            "Its memory: %s before, %s after.",
            lines.list(memory.before(), 0), lines.list(memory.after(), 0));
      }
    }
  }

  private static String rule(ExplainedBlock block) {
    String formula = Plugins.formulaOf(block.optimizer());
    String name = Plugins.nameOf(block.optimizer());
    return block.symbol() + " by " + name + (formula.isEmpty() ? "" : ", " + formula);
  }

  /** The number before, what was added, the number after. */
  private String change(ExplainedBlock block, boolean plain, int r, int c) {
    Sum sum = new Sum(lines.shown).last(block.before().get(r, c));
    if (plain) {
      sum.minus(block.rate(), block.gradient().get(r, c));
    } else {
      sum.last(block.change(r, c));
    }
    return sum.equation(block.symbol(r, c), block.after().get(r, c));
  }

  /** What stands beside the number: its gradient, unless it was shown, and the memory. */
  private void remembered(ExplainedBlock block, boolean plain, int r, int c) {
    StringBuilder text = new StringBuilder();
    if (!plain) {
      text.append("gradient ").append(Figure.of(block.gradient().get(r, c)).text());
    }
    for (Memory memory : block.memory()) {
      if (memory.perWeight()) {
        text.append(text.length() == 0 ? "" : ", ");
        text.append("memory ").append(figure(memory.before(), r, c));
        text.append(" to ").append(figure(memory.after(), r, c));
      }
    }
    if (text.length() > 0) {
      lines.words("  %s", text);
    }
  }

  private static String figure(Rows rows, int r, int c) {
    return Figure.of(rows.get(r, c)).text();
  }
}

package nn.demo.story;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Where a chapter is told: lines of at most 80 columns, shown on a terminal as they come or only
 * collected.
 */
public final class Page {
  /** How the program is started, before the name of a command. */
  public static final String NN = "./nn ";

  private final @Nullable Terminal terminal;
  private final boolean predict;
  private final List<String> lines = new ArrayList<>();

  private Page(@Nullable Terminal terminal, boolean predict) {
    this.terminal = terminal;
    this.predict = predict;
  }

  /**
   * A page that is shown line by line.
   *
   * @param predict whether questions are asked before their answers are shown
   */
  public static Page on(Terminal terminal, boolean predict) {
    return new Page(terminal, predict);
  }

  /** A page that is only collected, without questions. */
  public static Page collected() {
    return new Page(null, false);
  }

  /** All lines so far, without weight or colour. */
  public ImmutableList<String> lines() {
    return ImmutableList.copyOf(lines);
  }

  /** The line at the very top. */
  public void title(String format, Object... values) {
    bold(format, values);
    blank();
  }

  /** A title inside the chapter, with an empty line on both sides. */
  public void heading(String text) {
    blank();
    show(text, true);
    blank();
  }

  /** What matters most, in bold on a terminal. */
  public void bold(String format, Object... values) {
    show(String.format(Locale.ROOT, format, values), true);
  }

  /** An empty line; never two in a row. */
  public void blank() {
    if (lines.isEmpty() || !lines.get(lines.size() - 1).isEmpty()) {
      show("", false);
    }
  }

  /**
   * A paragraph or a line of a table: what does not fit 80 columns is broken between words and goes
   * on under the first word. Spaces inside stay.
   */
  public void say(String format, Object... values) {
    wrapped(String.format(Locale.ROOT, format, values)).forEach(line -> show(line, false));
  }

  /** Ready lines, for example those of a picture. */
  public void picture(List<String> picture) {
    picture.forEach(line -> show(line.stripTrailing(), false));
  }

  /**
   * Asks before the answer is shown, if the reader wants to predict: waits for Enter where a person
   * sits at the keyboard. Without that wish nothing happens.
   */
  public void ask(String question) {
    if (predict && terminal != null) {
      blank();
      wrapped("  ? " + question).forEach(line -> show(line, false));
      terminal.waitForEnter("    Press Enter for the answer. ");
      blank();
    }
  }

  /**
   * Ends the chapter.
   *
   * @param sentence what to remember
   * @param next command to go on with, for example {@code house-price 2}
   * @param questions which the chapter has answered
   */
  public void close(String sentence, String next, String... questions) {
    heading("Can you answer these now?");
    for (int i = 0; i < questions.length; i++) {
      say("  %d. %s", i + 1, questions[i]);
    }
    blank();
    say("In one sentence: %s", sentence);
    say("Next: %s%s", NN, next);
  }

  private void show(String line, boolean bold) {
    lines.add(line);
    if (terminal != null) {
      terminal.line("%s", bold ? terminal.bold(line) : line);
    }
  }

  private static List<String> wrapped(String text) {
    List<String> broken = new ArrayList<>();
    String body = text.stripLeading();
    String indent = " ".repeat(text.length() - body.length() + marker(body));
    StringBuilder line = new StringBuilder(text.substring(0, text.length() - body.length()));
    boolean first = true;
    for (String word : Splitter.on(' ').split(body)) {
      if (!first && line.length() + 1 + word.length() > Terminal.COLUMNS) {
        broken.add(line.toString().stripTrailing());
        line = new StringBuilder(indent);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    broken.add(line.toString().stripTrailing());
    return broken;
  }

  /** Columns of "1. " or "? " at the start, under which nothing is written. */
  private static int marker(String body) {
    return body.matches("(?s)\\d\\. .*") ? 3 : body.startsWith("? ") ? 2 : 0;
  }
}

package nn.demo.command;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nn.core.data.DataException;
import nn.core.data.Task;
import nn.core.model.ModelFileException;
import nn.core.plugin.PluginException;
import nn.core.plugin.PluginFailure;
import nn.core.text.Numbers;
import nn.demo.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's root command: dispatch, exit codes, and how errors are told. */
@Command(
    name = "nn",
    description = "A neural network from scratch, that you can read, extend and run.",
    versionProvider = Nn.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Start with:  nn house-price",
      "Then:        nn train FILE.csv --target COLUMN",
      "Exit codes:  0 done, 1 failed, 2 wrong usage, 130 interrupted."
    })
public final class Nn implements Runnable {
  private static final int FAILED = 1;

  /** What a number may be besides decimals. */
  private static final ImmutableSet<String> NO_DECIMALS =
      ImmutableSet.of("NaN", "Infinity", "-Infinity");

  /** The library sets no narrower help. */
  private static final int LEAST_COLUMNS = 55;

  /** In the order of the help. */
  private static final ImmutableMap<String, Function<Terminal, Object>> COMMANDS =
      ImmutableMap.of(
          "house-price", HousePriceCommand::new,
          "train", TrainCommand::new,
          "evaluate", EvaluateCommand::new,
          "predict", PredictCommand::new,
          "explain", ExplainCommand::new,
          "plugins", PluginsCommand::new,
          "check", CheckCommand::new);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli sets and reads it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  @SuppressWarnings("unused") // picocli sets and reads it
  private boolean version;

  private final Terminal terminal;

  private Nn(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the command that the arguments name; gives the exit code. */
  public static int run(Terminal terminal, String... args) {
    Nn nn = new Nn(terminal);
    return commandLine(nn, args).execute(args);
  }

  /**
   * With the command that the arguments begin with and no other, for picocli reads every option of
   * each; where they begin with something else, with all.
   */
  private static CommandLine commandLine(Nn nn, String... args) {
    Terminal terminal = nn.terminal;
    CommandLine line = new CommandLine(nn);
    String first = args.length == 0 ? "" : args[0];
    if (COMMANDS.containsKey(first)) {
      line.addSubcommand(first, COMMANDS.get(first).apply(terminal));
    } else {
      COMMANDS.forEach((name, command) -> line.addSubcommand(name, command.apply(terminal)));
      line.addSubcommand("generate-completion", new GenerateCompletion());
    }
    return line.registerConverter(int.class, Nn::wholeNumber)
        .registerConverter(Integer.class, Nn::wholeNumber)
        .registerConverter(long.class, Nn::longNumber)
        .registerConverter(double.class, Nn::number)
        .registerConverter(Double.class, Nn::number)
        .registerConverter(Path.class, Nn::path)
        .registerConverter(Task.class, text -> constant(Task.class, text))
        .registerConverter(Common.Switch.class, text -> constant(Common.Switch.class, text))
        .setUsageHelpAutoWidth(false)
        .setHelpFactory(nn::help)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.coloured() ? Ansi.ON : Ansi.OFF))
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(nn::wrongUsage)
        .setExecutionExceptionHandler((e, command, parsed) -> nn.failed(e, parsed));
  }

  /** As wide as the window is when it is needed. */
  private CommandLine.Help help(CommandSpec spec, CommandLine.Help.ColorScheme colours) {
    spec.usageMessage().width(Math.max(LEAST_COLUMNS, terminal.columns()));
    return new CommandLine.Help(spec, colours);
  }

  private static int wholeNumber(String text) {
    return parsed(Ints.tryParse(text), text, "a whole number");
  }

  private static long longNumber(String text) {
    return parsed(Longs.tryParse(text), text, "a whole number");
  }

  private static double number(String text) {
    boolean plain = Numbers.isNumber(text) || NO_DECIMALS.contains(text);
    return parsed(plain ? Doubles.tryParse(text) : null, text, "a number");
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(
          "'%s' is no file name that Java can read here; if it has letters beyond ASCII, set LC_ALL=C.UTF-8"
              .formatted(text));
    }
  }

  private static <T> T parsed(@Nullable T number, String text, String wanted) {
    if (number == null) {
      throw new TypeConversionException("'%s' is not %s".formatted(text, wanted));
    }
    return number;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (Common.word(constant).equalsIgnoreCase(text)) {
        return constant;
      }
    }
    throw new TypeConversionException(
        "'%s' is not %s"
            .formatted(
                text,
                Arrays.stream(type.getEnumConstants())
                    .map(Common::word)
                    .collect(Collectors.joining(" or "))));
  }

  /** No command at all: the help, as wrong usage. */
  @Override
  public void run() {
    throw new ParameterException(commandLine(this), "Name a command, for example: nn house-price");
  }

  private int wrongUsage(ParameterException e, String[] args) {
    terminal.note("nn: %s", sentence(complaint(e)));
    UnmatchedArgumentException.printSuggestions(
        e, new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.note("Try: %s --help", command);
    return CommandLine.ExitCode.USAGE;
  }

  private static String complaint(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return Strings.nullToEmpty(e.getMessage());
    }
    String first = unmatched.getUnmatched().get(0);
    if (unmatched.isUnknownOption()) {
      return "There is no option '" + first + "'.";
    }
    boolean command = e.getCommandLine().getParent() == null;
    return command
        ? "There is no command '" + first + "'."
        : "'" + first + "' is one argument too many.";
  }

  /** One sentence and the remedy; a stack trace only with --debug. */
  private int failed(Exception e, ParseResult parsed) {
    if (isDebug(parsed)) {
      e.printStackTrace(terminal.err());
    }
    boolean expected =
        e instanceof PluginException
            || e instanceof PluginFailure
            || e instanceof DataException
            || e instanceof ModelFileException
            || e instanceof IllegalArgumentException;
    if (expected) {
      terminal.note("nn: %s", Strings.nullToEmpty(e.getMessage()));
    } else {
      terminal.note("nn: This should not have happened: %s", e);
      terminal.note("Run it again with --debug to see where.");
    }
    boolean usage = e instanceof PluginException || e instanceof UsageException;
    return usage ? CommandLine.ExitCode.USAGE : FAILED;
  }

  private static boolean isDebug(ParseResult parsed) {
    return parsed.asCommandLineList().stream()
        .map(c -> c.getParseResult())
        .anyMatch(r -> r.hasMatchedOption("--debug"));
  }

  private static String sentence(String message) {
    return message.endsWith(".") ? message : message + ".";
  }

  /** Version of the program and of the Java that runs it. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version =
          Optional.ofNullable(Nn.class.getPackage().getImplementationVersion())
              .orElse("from sources");
      return new String[] {"nn " + version + " (Java " + Runtime.version() + ")"};
    }
  }
}

package nn.demo.command;

import com.google.common.base.Strings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nn.core.data.DataException;
import nn.core.model.ModelFileException;
import nn.core.plugin.PluginException;
import nn.demo.terminal.Terminal;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
    return commandLine(nn).execute(args);
  }

  private static CommandLine commandLine(Nn nn) {
    Terminal terminal = nn.terminal;
    return new CommandLine(nn)
        .addSubcommand("house-price", new HousePriceCommand(terminal))
        .addSubcommand("train", new TrainCommand(terminal))
        .addSubcommand("evaluate", new EvaluateCommand(terminal))
        .addSubcommand("predict", new PredictCommand(terminal))
        .addSubcommand("plugins", new PluginsCommand(terminal))
        .addSubcommand("check", new CheckCommand(terminal))
        .addSubcommand("generate-completion", new GenerateCompletion())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(Terminal.COLUMNS)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.ON : Ansi.OFF))
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(nn::wrongUsage)
        .setExecutionExceptionHandler((e, command, parsed) -> nn.failed(e, parsed));
  }

  /** No command at all: the help, as wrong usage. */
  @Override
  public void run() {
    throw new ParameterException(commandLine(this), "Name a command, for example: nn house-price");
  }

  private int wrongUsage(ParameterException e, String[] args) {
    terminal.note("nn: %s", sentence(Strings.nullToEmpty(e.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(
        e, new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.note("Try: %s --help", command);
    return CommandLine.ExitCode.USAGE;
  }

  /** One sentence and the remedy; a stack trace only with --debug. */
  private int failed(Exception e, ParseResult parsed) {
    if (isDebug(parsed)) {
      e.printStackTrace(terminal.err());
    }
    boolean expected =
        e instanceof PluginException
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
    return message.endsWith(".") || message.endsWith(")") ? message : message + ".";
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

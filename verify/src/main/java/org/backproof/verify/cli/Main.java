package org.backproof.verify.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code backproof}. Without a subcommand it does the main job, {@link CourseJob}. */
@Command(
    name = "backproof",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    subcommands = GradcheckCommand.class,
    description = {
      "Answers one question: is this derivative right?",
      "",
      "Without a subcommand: the 400-25-10 network of the course on 5000 handwritten digits. The gradient of its regularised"
          + " cross-entropy cost is computed by reverse mode, by the delta rule and by finite differences, and the three are held"
          + " against one another.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:passed",
      "1:a difference was found, or nothing could be told",
      "2:bad input or usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  backproof",
      "  backproof --plant bias-penalised",
      "  backproof gradcheck --layers 3,5,3 --data train.csv --lambda 0.1"
    })
public final class Main implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CheckOptions options = new CheckOptions();

  private Main() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
  }

  /**
   * Runs the command and returns its exit code. Whatever is wrong with the input is one line on
   * {@code err}.
   */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Main::usageError)
        .setExecutionExceptionHandler((e, command, result) -> inputError(e, command))
        .execute(args);
  }

  private static int usageError(ParameterException e, String[] args) {
    return fail(e.getCommandLine(), e.getMessage() + " (--help tells how)");
  }

  private static int inputError(Exception e, CommandLine command) throws Exception {
    if (e instanceof BadInput) {
      return fail(command, e.getMessage());
    }
    throw e;
  }

  private static int fail(CommandLine command, String message) {
    command.getErr().println("backproof: " + message.replaceAll("\\s*\\R\\s*", " "));
    command.getErr().flush();
    return ExitCode.BAD_INPUT;
  }

  @Override
  public Integer call() {
    return new CourseJob(options, spec.commandLine().getOut()).run();
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"backproof " + (version == null ? "(not packaged)" : version)};
    }
  }
}

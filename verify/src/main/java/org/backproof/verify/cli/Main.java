package org.backproof.verify.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code backproof}; without a subcommand it prints its usage. */
@Command(
    name = "backproof",
    mixinStandardHelpOptions = true,
    version = "backproof 0.1.0-SNAPSHOT",
    description = "Answers one question: is this derivative right?")
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}

package org.backproof.verify.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command within the test's own process: what it printed, and its exit code. */
record Invocation(int exitCode, String out, String err) {
  static Invocation of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new Invocation(code, out.toString(), err.toString());
  }
}

package org.backproof.verify.cli;

import java.io.PrintWriter;
import org.backproof.nn.backprop.Fault;

/** The faults that can be planted. */
final class FaultList {
  private FaultList() {}

  /** Prints them, one a line, and returns the exit code. */
  static int print(PrintWriter out) {
    for (Fault fault : Fault.values()) {
      out.printf("%-34s %s%n", fault, fault.description());
    }
    out.flush();
    return ExitCode.PASSED;
  }
}

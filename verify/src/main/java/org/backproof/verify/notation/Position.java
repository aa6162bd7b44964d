package org.backproof.verify.notation;

/**
 * A place in a file as its author sees it.
 *
 * @param line from 1
 * @param column from 1, in characters (code points)
 */
public record Position(int line, int column) {
  /** For instance {@code 12:5}. */
  @Override
  public String toString() {
    return line + ":" + column;
  }
}

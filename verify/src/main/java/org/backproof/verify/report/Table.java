package org.backproof.verify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** Rows of text under headings, each column as wide as its widest cell. */
final class Table {
  private static final int GAP = 2;

  private final List<String[]> rows = new ArrayList<>();

  Table(String... headings) {
    rows.add(headings);
  }

  void row(String... cells) {
    rows.add(cells);
  }

  @Override
  public String toString() {
    Column[] columns =
        IntStream.range(0, rows.get(0).length)
            .mapToObj(i -> new Column(width(i), GAP, Column.Overflow.TRUNCATE))
            .toArray(Column[]::new);
    TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns);
    rows.forEach(table::addRowValues);
    return table.toString().stripTrailing();
  }

  private int width(int column) {
    return GAP + rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
  }
}

package org.backproof.nn.data;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.backproof.core.tensor.Tensor;

/** Labelled examples as comma-separated text, one example a line. */
final class CsvData {
  private CsvData() {}

  static Dataset read(InputFile input, LabelCoding coding) {
    CsvFile file = CsvReader.read(input);
    ImmutableList<CsvFile.Row> rows = file.rows();
    int columns = rows.get(0).cells().length();
    if (columns < 2) {
      throw input.error(
          "line %s has a single cell; an example needs at least one entry and a label, with a comma"
              + " between them",
          rows.get(0).line());
    }
    int count = input.count("the table", rows.size(), columns - 1);
    int labelColumn = labelColumn(file, columns);
    double[] entries = new double[count];
    double[] labels = new double[rows.size()];
    int at = 0;
    for (int i = 0; i < rows.size(); i++) {
      for (int column = 0; column < columns; column++) {
        double cell = rows.get(i).cells().get(column);
        if (column == labelColumn) {
          labels[i] = cell;
        } else {
          entries[at++] = cell;
        }
      }
    }
    Tensor examples = Tensor.of(entries, rows.size(), columns - 1);
    return new LabelParser(input, coding, i -> rows.get(i).place(labelColumn))
        .dataset(examples, labels);
  }

  /** The column that the header calls {@code label}, or else the last. */
  private static int labelColumn(CsvFile file, int columns) {
    return IntStream.range(0, file.header().size())
        .filter(column -> file.header().get(column).equalsIgnoreCase("label"))
        .findFirst()
        .orElse(columns - 1);
  }
}

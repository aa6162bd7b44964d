package org.backproof.nn.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.backproof.core.tensor.Tensor;

/** Labelled images as a pair of IDX files: unsigned bytes of rank 3, and of rank 1. */
final class IdxData {
  private IdxData() {}

  static Dataset read(InputFile images, InputFile labels, LabelCoding coding) {
    IdxArray pixels = IdxArray.read(images, "images", 3);
    IdxArray marks = IdxArray.read(labels, "labels", 1);
    if (pixels.size(0) != marks.size(0)) {
      throw images.error(
          "holds %s images, but %s holds %s labels; each image needs one",
          pixels.size(0), labels.path(), marks.size(0));
    }
    double[] entries = pixels.toArray();
    Arrays.setAll(entries, i -> entries[i] / 255);
    Tensor examples = Tensor.of(entries, pixels.size(0), pixels.size(1) * pixels.size(2));
    return new LabelParser(labels, coding, i -> "entry " + (i + 1))
        .dataset(examples, marks.toArray());
  }

  /** The file of labels that goes with a file of images, by the names that MNIST's files have. */
  static Path labelsOf(InputFile images) {
    Path path = images.path();
    String name = String.valueOf(path.getFileName());
    String labels = name.replace("images", "labels").replace("idx3", "idx1");
    if (name.equals(labels)) {
      throw images.error(
          "its labels cannot be found, since its name does not contain 'images'; give both files");
    }
    String plain = labels.endsWith(".gz") ? labels.substring(0, labels.length() - 3) : labels;
    Path unpacked = path.resolveSibling(plain);
    Path packed = path.resolveSibling(plain + ".gz");
    if (!Files.exists(unpacked) && !Files.exists(packed)) {
      throw images.error(
          "its labels are neither in %s nor in %s; put them there", unpacked, packed);
    }
    return Files.exists(unpacked) ? unpacked : packed;
  }
}

/**
 * What every other module stands on: symbolic sizes and shapes, dense tensors of doubles, the
 * number systems over which a cost can be evaluated, and the kernels that make doubles fast. It
 * knows nothing of graphs, derivatives or networks.
 */
module org.backproof.core {
  exports org.backproof.core.kernel;
  exports org.backproof.core.number;
  exports org.backproof.core.shape;
  exports org.backproof.core.tensor;

  requires transitive com.google.common;
  requires static transitive org.jspecify;
}

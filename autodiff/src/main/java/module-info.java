/**
 * Costs as immutable, shared graphs of a few primitives, and the ways to read such a graph: reverse
 * and forward mode, rewriting, evaluation over any number system, compiled programs and printed
 * formulas. It knows nothing of networks.
 */
module org.backproof.autodiff {
  requires transitive org.backproof.core;
}

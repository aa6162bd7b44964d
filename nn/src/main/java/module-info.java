/**
 * Networks: their architecture and initialisation, their cost as a graph, the delta rule written by
 * hand and independent of that graph, optimisers, and readers and writers of data files.
 */
module org.backproof.nn {
  requires transitive org.backproof.autodiff;
  requires org.apache.commons.csv;
  requires us.hebi.matlab.mat.mfl.core;
}

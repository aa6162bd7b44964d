package org.backproof.verify.prove;

/** The functions of a matrix whose entries stay in normal forms. */
enum MatrixFunction {
  INVERSE,
  DETERMINANT,
  LOG_DETERMINANT
}

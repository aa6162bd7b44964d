/**
 * Dense row-major arrays. {@link org.backproof.core.tensor.Tensor} holds doubles and is what users
 * see; {@link org.backproof.core.tensor.NumberTensor} holds the numbers of any {@link
 * org.backproof.core.number.NumberSystem}. {@link org.backproof.core.tensor.TensorAlgebra} is what
 * can be done with either: the few whole-array operations in which every primitive states its value
 * once.
 */
@NullMarked
package org.backproof.core.tensor;

import org.jspecify.annotations.NullMarked;

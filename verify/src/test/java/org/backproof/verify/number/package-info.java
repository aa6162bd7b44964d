/** Tests of the high-precision numbers against an independent arithmetic and their own laws. */
@NullMarked
package org.backproof.verify.number;

import org.jspecify.annotations.NullMarked;

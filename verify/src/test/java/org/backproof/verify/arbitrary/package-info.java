/** Tests that the arbitraries draw what they promise. */
@NullMarked
package org.backproof.verify.arbitrary;

import org.jspecify.annotations.NullMarked;

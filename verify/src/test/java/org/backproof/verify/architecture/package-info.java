/**
 * Holds the build to the architecture that is meant: what each module exports and requires, and
 * which packages may use which. A new export or dependency is a decision, so it is written down a
 * second time in {@code module-descriptors.txt}.
 */
@NullMarked
package org.backproof.verify.architecture;

import org.jspecify.annotations.NullMarked;

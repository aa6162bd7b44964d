/**
 * Holds numerical differentiation to functions whose derivatives are known in closed form: the bars
 * must cover the truth nearly always, and must not be wide.
 */
@NullMarked
package org.backproof.verify.difference;

import org.jspecify.annotations.NullMarked;

/** What checks have found, as text for a terminal and as JSON for programs. */
@NullMarked
package org.backproof.verify.report;

import org.jspecify.annotations.NullMarked;

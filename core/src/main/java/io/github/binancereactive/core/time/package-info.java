/** The exchange's clock as seen from here, and how long to wait between attempts. */
@NullMarked
package io.github.binancereactive.core.time;

import org.jspecify.annotations.NullMarked;

/** The exchange's limits as pure arithmetic over a clock that is handed in. */
@NullMarked
package io.github.binancereactive.core.limit;

import org.jspecify.annotations.NullMarked;

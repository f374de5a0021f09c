/**
 * Public market data: books, trades, klines, tickers, reference prices.
 */
@NullMarked
package io.github.binancereactive.core.model.market;

import org.jspecify.annotations.NullMarked;

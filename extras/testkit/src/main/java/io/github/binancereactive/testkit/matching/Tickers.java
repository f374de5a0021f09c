/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Statistics of a window of trades. */
final class Tickers {

    private static final int PERCENT_SCALE = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Tickers() {}

    /** Of the trades from the first microsecond to the last. */
    static TickerStatistics of(Market market, long openTime, long closeTime) {
        TradeTape tape = market.tape();
        int from = tape.indexAt(openTime);
        int to = tape.indexAt(closeTime + 1);
        Kline.Bar bar = from < to ? tape.bar(from, to) : TradeTape.flat(BigDecimal.ZERO);
        BigDecimal change = bar.close().subtract(bar.open());
        return new TickerStatistics(
                market.symbol(),
                change,
                percent(change, bar.open()),
                TradeTape.average(bar.quoteVolume(), bar.volume()),
                from == 0 ? BigDecimal.ZERO : tape.trades().get(from - 1).price(),
                from < to ? tape.trades().get(to - 1).qty() : BigDecimal.ZERO,
                openTime,
                closeTime,
                bar,
                market.bookTicker());
    }

    private static BigDecimal percent(BigDecimal change, BigDecimal open) {
        return open.signum() == 0
                ? BigDecimal.ZERO.setScale(PERCENT_SCALE)
                : change.multiply(HUNDRED).divide(open, PERCENT_SCALE, RoundingMode.HALF_UP);
    }
}

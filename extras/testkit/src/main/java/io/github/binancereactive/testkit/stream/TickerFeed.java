/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.matching.TickerStatistics;
import java.time.Duration;

/** The ticker of a symbol, second by second. */
record TickerFeed(FeedSource source, String stream, String symbol, TickerWindow window, TickerForm form)
        implements Feed {

    @Override
    public Duration period() {
        return Periods.SECOND;
    }

    @Override
    public void tick(long nowMicros) {
        TickerStatistics ticker = window.of(symbol, nowMicros);
        source.board()
                .publish(
                        stream,
                        StreamEvent.rendered(
                                unit -> form.json(ticker, nowMicros, unit).toString()));
    }
}

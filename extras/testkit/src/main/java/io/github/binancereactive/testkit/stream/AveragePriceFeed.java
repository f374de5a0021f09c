/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.matching.AveragePrice;
import java.time.Duration;

/** The average price, second by second. */
record AveragePriceFeed(FeedSource source, String stream, String symbol) implements Feed {

    @Override
    public Duration period() {
        return Periods.SECOND;
    }

    @Override
    public void tick(long nowMicros) {
        AveragePrice average = source.data().averagePrice(symbol, nowMicros);
        source.board()
                .publish(stream, StreamEvent.rendered(unit -> PriceJson.average(symbol, average, nowMicros, unit)));
    }
}

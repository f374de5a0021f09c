/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import java.math.BigDecimal;
import java.time.Duration;

/** The reference price, second by second, of a symbol that has ever had one. */
record ReferencePriceFeed(FeedSource source, String stream, String symbol) implements Feed {

    @Override
    public Duration period() {
        return Periods.SECOND;
    }

    @Override
    public void tick(long nowMicros) {
        Long time = source.referencePriceTime().apply(symbol);
        if (time != null) {
            BigDecimal price = source.data().referencePrice(symbol);
            source.board()
                    .publish(stream, StreamEvent.rendered(unit -> PriceJson.reference(symbol, price, time, unit)));
        }
    }
}

/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.market.Trade;
import io.github.binancereactive.core.request.KlineQuery;
import java.math.BigDecimal;
import java.time.Instant;
import reactor.core.publisher.Flux;

/** Large answers, element by element. */
public final class PriceHistory {

    private final SpotApi api;

    /**
     * Over either wire; over REST elements come while the answer is still on its way.
     *
     * @param api a client
     */
    public PriceHistory(SpotApi api) {
        this.api = api;
    }

    /**
     * The closing prices of minutes.
     *
     * @param from the first of them
     * @return at most 1,000, the oldest first
     */
    // tag::klines[]
    public Flux<BigDecimal> closes(Instant from) {
        return api.klines(KlineQuery.of("BTCUSDT", KlineInterval.ONE_MINUTE)
                        .from(from)
                        .limit(1000))
                .map(Kline::close);
    }
    // end::klines[]

    /**
     * The first of the latest trades that is large.
     *
     * @param value in the quote asset
     * @return at most one; the rest of the answer is then not read
     */
    // tag::trades[]
    public Flux<Trade> large(BigDecimal value) {
        return api.trades("BTCUSDT", 1000)
                .filter(trade -> trade.quoteQty().compareTo(value) >= 0)
                .take(1);
    }
    // end::trades[]
}

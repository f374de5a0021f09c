/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.testkit.matching.BookChange;
import io.github.binancereactive.testkit.matching.PriceLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The levels that have changed within a period, as they are at its end. Where one event ends, the next begins. */
final class DiffDepthFeed implements Feed {

    private final FeedSource source;
    private final String stream;
    private final String symbol;
    private final Duration period;
    private final NavigableMap<BigDecimal, PriceLevel> bids = new TreeMap<>(Collections.reverseOrder());
    private final NavigableMap<BigDecimal, PriceLevel> asks = new TreeMap<>();
    private long sent;
    private long latest;

    DiffDepthFeed(FeedSource source, String stream, String symbol, Duration period) {
        this.source = source;
        this.stream = stream;
        this.symbol = symbol;
        this.period = period;
    }

    @Override
    public Duration period() {
        return period;
    }

    @Override
    public void start() {
        sent = source.data().bookTicker(symbol).updateId();
        latest = sent;
    }

    @Override
    public void changed(BookChange change) {
        NavigableMap<BigDecimal, PriceLevel> side = change.side() == Side.BUY ? bids : asks;
        side.put(change.level().price(), change.level());
        latest = change.updateId();
    }

    @Override
    public void tick(long nowMicros) {
        if (latest == sent) {
            return;
        }
        DepthChange change =
                new DepthChange(symbol, sent + 1, latest, List.copyOf(bids.values()), List.copyOf(asks.values()));
        bids.clear();
        asks.clear();
        sent = latest;
        source.board().publish(stream, StreamEvent.rendered(unit -> BookJson.change(change, nowMicros, unit)));
    }
}

/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.testkit.matching.HistoryQuery;
import io.github.binancereactive.testkit.matching.Kline;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Klines: once a period the one that is open or, when there are such, those that have closed in the meantime. A symbol
 * that was never traded has none.
 */
final class KlineFeed implements Feed {

    private static final int MOST_AT_ONCE = 1000;
    private static final long NONE = Long.MIN_VALUE;

    private final FeedSource source;
    private final String stream;
    private final String symbol;
    private final KlineInterval interval;
    private final ZoneOffset zone;
    private long open = NONE;

    KlineFeed(FeedSource source, String stream, String symbol, KlineInterval interval, ZoneOffset zone) {
        this.source = source;
        this.stream = stream;
        this.symbol = symbol;
        this.interval = interval;
        this.zone = zone;
    }

    @Override
    public Duration period() {
        return interval == KlineInterval.ONE_SECOND ? Periods.SECOND : Periods.TWO_SECONDS;
    }

    @Override
    public void start() {
        long now = source.now().getAsLong();
        klines(HistoryQuery.latest(1), now).forEach(kline -> open = kline.openTime());
    }

    @Override
    public void tick(long nowMicros) {
        for (Kline kline : klines(HistoryQuery.latest(1), nowMicros)) {
            if (open != NONE && open < kline.openTime()) {
                closed(open, kline.openTime() - 1, nowMicros);
            } else {
                publish(kline, false, nowMicros);
            }
            open = kline.openTime();
        }
    }

    private void closed(long from, long to, long nowMicros) {
        klines(new HistoryQuery(null, from, to, MOST_AT_ONCE), nowMicros)
                .forEach(kline -> publish(kline, true, nowMicros));
    }

    private List<Kline> klines(HistoryQuery query, long nowMicros) {
        return source.data().klines(symbol, interval, zone, query, nowMicros);
    }

    private void publish(Kline kline, boolean isClosed, long nowMicros) {
        source.board()
                .publish(
                        stream,
                        StreamEvent.rendered(
                                unit -> PriceJson.kline(symbol, interval.wire(), kline, isClosed, nowMicros, unit)));
    }
}

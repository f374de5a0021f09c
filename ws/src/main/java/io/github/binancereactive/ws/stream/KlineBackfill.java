/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.stream.KlineEvent;
import io.github.binancereactive.core.request.KlineQuery;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Klines that were closed meanwhile, by the millisecond in which they opened. What was said about a kline while it was open is no more
 * to be had, and isn't missed once the kline is closed.
 */
final class KlineBackfill implements Backfill<KlineEvent> {

    private static final String UTC8 = "8";
    private static final long UNKNOWN_TRADE = -1;

    private final MarketDataApi api;
    private final boolean utc8;

    KlineBackfill(MarketDataApi api, boolean utc8) {
        this.api = api;
        this.utc8 = utc8;
    }

    @Override
    public boolean isNumbered() {
        return false;
    }

    @Override
    public @Nullable Long start(Gap<KlineEvent> gap, @Nullable KlineEvent last) {
        return last == null ? null : after(last);
    }

    @Override
    public long position(KlineEvent event) {
        return event.kline().openTime().toEpochMilli();
    }

    @Override
    public Flux<KlineEvent> page(long from, KlineEvent next) {
        KlineQuery query = KlineQuery.of(next.symbol(), interval(next))
                .from(Instant.ofEpochMilli(from))
                .to(next.kline().openTime().minusMillis(1))
                .limit(PAGE);
        return api.klines(utc8 ? query.timeZone(UTC8) : query).map(kline -> closed(next, kline));
    }

    private static KlineInterval interval(KlineEvent event) {
        return Arrays.stream(KlineInterval.values())
                .filter(known -> known.wire().equals(event.interval()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown interval " + event.interval()));
    }

    /** A request doesn't answer which trades made a kline; and the time at which it ended stands in for that of the event. */
    private static KlineEvent closed(KlineEvent next, Kline kline) {
        return new KlineEvent(
                kline.closeTime(), next.symbol(), next.interval(), UNKNOWN_TRADE, UNKNOWN_TRADE, true, kline);
    }

    /** An open kline has to come again, closed. */
    @Override
    public long after(KlineEvent event) {
        return event.isClosed() ? event.kline().closeTime().toEpochMilli() + 1 : position(event);
    }

    @Override
    public Gap<KlineEvent> rest(Gap<KlineEvent> gap, long from, String reason) {
        return new Gap<>(gap.stream(), Instant.ofEpochMilli(from), gap.to(), null, null, reason);
    }
}

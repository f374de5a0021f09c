/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.core.stream.StreamCatalogue;
import io.github.binancereactive.core.stream.StreamFamily;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Where the events that a gap swallowed are to be had. Each has a position in its stream, a number that grows.
 *
 * @param <T> the events
 */
interface Backfill<T> {

    /** How many are asked for at a time, which is the most that the exchange answers. */
    int PAGE = 1000;

    /**
     * For a stream.
     *
     * @throws IllegalArgumentException when the exchange can't be asked for its events
     */
    @SuppressWarnings("unchecked") // a family determines its events
    static <T> Backfill<T> of(MarketStream<T> stream, MarketDataApi api) {
        StreamFamily<T> family = stream.family();
        if (family.equals(StreamCatalogue.TRADE)) {
            return (Backfill<T>) new TradeBackfill(api);
        }
        if (family.equals(StreamCatalogue.AGG_TRADE)) {
            return (Backfill<T>) new AggTradeBackfill(api);
        }
        if (family.equals(StreamCatalogue.KLINE) || family.equals(StreamCatalogue.KLINE_UTC8)) {
            return (Backfill<T>) new KlineBackfill(api, family.equals(StreamCatalogue.KLINE_UTC8));
        }
        throw new IllegalArgumentException(
                "events of " + stream + " can't be asked for: only trades, aggregate trades and klines can");
    }

    /** Whether positions are numbers of which none is left out, so that those after an event are known without the next one. */
    boolean isNumbered();

    /** From which position on events are missing; null when that isn't known. */
    @Nullable Long start(Gap<T> gap, @Nullable T last);

    /** At which position an event is. */
    long position(T event);

    /**
     * Up to a page of events from a position on, the earliest first.
     *
     * @param like an event of the stream, the last one before the gap if that is known
     * @param next the event after the gap: those from it on are of no use, but show that there are none before; null when it isn't
     *     known, and all that there are are wanted
     */
    Flux<T> page(long from, T like, @Nullable T next);

    /** The first position that is not yet there when this event is. */
    long after(T event);

    /** Whether the stream's own event is older than one that was fetched: it was on its way meanwhile. */
    boolean isOlder(T event, T fetched);

    /** What is left of a gap when all up to a position were filled. */
    Gap<T> rest(Gap<T> gap, long from, String reason);

    /** What is left of a gap between numbers. */
    static <T> Gap<T> restByNumber(Gap<T> gap, long from, String reason) {
        return new Gap<>(gap.stream(), gap.from(), gap.to(), from - 1, gap.nextId(), reason);
    }

    /** Where a gap between numbers begins. */
    static @Nullable Long startByNumber(Gap<?> gap) {
        return gap.lastId() == null || gap.nextId() == null ? null : Objects.requireNonNull(gap.lastId()) + 1;
    }
}

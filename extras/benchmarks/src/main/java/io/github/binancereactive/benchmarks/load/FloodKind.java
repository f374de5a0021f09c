/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.stream.AggTradeEvent;
import io.github.binancereactive.core.model.stream.BookTickerEvent;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.stream.MarketStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A kind of stream that a flood is made of.
 *
 * @param name what the table calls it
 * @param aim the share of the floor's throughput that is aimed at
 * @param stream the stream of a symbol
 * @param sentAt when an event was sent, by the {@link SharedClock}
 * @param plain what databind makes of an event
 * @param plainSentAt when that was sent
 * @param timeField what stands before the time in a frame
 * @param <T> our events
 * @param <P> those of databind
 */
record FloodKind<T, P>(
        String name,
        double aim,
        Function<String, MarketStream<T>> stream,
        ToLongFunction<T> sentAt,
        Class<P> plain,
        ToLongFunction<P> plainSentAt,
        String timeField) {

    private static final String EVENT_TIME = "\"E\":";

    static final FloodKind<BookTickerEvent, PlainEvents.BookTicker> BOOK_TICKER = new FloodKind<>(
            "bookTicker",
            0.5,
            MarketStream::bookTicker,
            BookTickerEvent::updateId,
            PlainEvents.BookTicker.class,
            PlainEvents.BookTicker::updateId,
            "\"u\":");

    static final FloodKind<TradeEvent, PlainEvents.Trade> TRADE = new FloodKind<>(
            "trade",
            0.5,
            MarketStream::trades,
            event -> micros(event.eventTime()),
            PlainEvents.Trade.class,
            PlainEvents.Trade::eventTime,
            EVENT_TIME);

    static final FloodKind<AggTradeEvent, PlainEvents.AggTrade> AGG_TRADE = new FloodKind<>(
            "aggTrade",
            0.5,
            MarketStream::aggTrades,
            event -> micros(event.eventTime()),
            PlainEvents.AggTrade.class,
            PlainEvents.AggTrade::eventTime,
            EVENT_TIME);

    static final FloodKind<DepthUpdate, PlainEvents.DiffDepth> DIFF_DEPTH = new FloodKind<>(
            "depth@100ms, 20 levels a side",
            0.2,
            symbol -> MarketStream.diffDepth(symbol, DepthSpeed.EVERY_100_MS),
            event -> micros(event.eventTime()),
            PlainEvents.DiffDepth.class,
            PlainEvents.DiffDepth::eventTime,
            EVENT_TIME);

    /** Has no time, so its delivery can't be measured. */
    static final FloodKind<Depth, PlainEvents.PartialDepth> PARTIAL_DEPTH = new FloodKind<>(
            "depth20@100ms",
            0.2,
            symbol -> MarketStream.partialDepth(symbol, 20, DepthSpeed.EVERY_100_MS),
            Depth::lastUpdateId,
            PlainEvents.PartialDepth.class,
            PlainEvents.PartialDepth::lastUpdateId,
            "\"lastUpdateId\":");

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** Where the time begins in every frame of a stream. */
    int timeOffset(String streamName) {
        return FloodTexts.text(streamName, new Random(0)).indexOf(timeField) + timeField.length();
    }
}

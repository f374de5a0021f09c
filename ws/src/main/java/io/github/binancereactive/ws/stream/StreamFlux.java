/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.stream.MarketStream;
import java.time.Duration;
import java.util.function.LongConsumer;
import reactor.core.publisher.Flux;

/**
 * The events of a market data stream. Cold: the first subscriber subscribes to the stream at the exchange, all subscribers share
 * that, and when the last one has left for a while, it ends. Each subscriber has its own {@link Overflow} policy. Immutable: each
 * {@code with} method returns a new flux.
 *
 * <p>Never completes by itself; it fails when the exchange refuses the stream, when the policy says so, or when the client is disposed
 * of. Losing a connection is no failure.
 *
 * @param <T> the events
 */
public abstract class StreamFlux<T> extends Flux<T> {

    StreamFlux() {}

    /**
     * Which stream this is.
     *
     * @return the stream
     */
    public abstract MarketStream<T> stream();

    /**
     * This stream with another policy for subscribers that are too slow.
     *
     * @param policy the policy
     * @return a new flux
     */
    public abstract StreamFlux<T> withOverflow(Overflow policy);

    /**
     * This stream with somebody who hears how many events a subscriber has lost so far, whenever it loses one.
     *
     * @param listener gets the total of that subscriber; called on an event loop, must not block
     * @return a new flux
     */
    public abstract StreamFlux<T> withDropListener(LongConsumer listener);

    /**
     * This stream, its gaps filled from the request API, so that no event is missing. For streams of trades, aggregate trades and
     * klines.
     *
     * @param api whom to ask
     * @return a new flux
     * @throws IllegalArgumentException when events of this stream can't be asked for
     */
    public abstract StreamFlux<T> withBackfill(MarketDataApi api);

    /**
     * This stream, subscribed to anew when it has been silent for some time. Streams that always speak have such a time by default.
     *
     * @param silence after how long; zero for never
     * @return a new flux
     */
    public abstract StreamFlux<T> withStaleAfter(Duration silence);

    /**
     * This stream with all there is to know about it: gaps, losses, drops.
     *
     * @return events and signals in order, under the same policy; signals are never dropped
     */
    public abstract Flux<StreamSignal<T>> signals();
}

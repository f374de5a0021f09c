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
 * <p>Never completes by itself; it fails with a {@link io.github.binancereactive.core.error.RejectedException} when the exchange refuses
 * the stream, with an error that {@link reactor.core.Exceptions#isOverflow} knows when the policy says so, and with a {@link
 * io.github.binancereactive.core.error.ClientClosedException} when the client is disposed of, in each case behind the events that wait
 * for the subscriber, and whether it has asked for more or not; subscribing again begins anew. Losing a connection is no failure. Each event comes once, and in order, even when the connection is replaced; of raw streams, whose order nobody knows, events may be
 * missing or come twice at that moment.
 *
 * <p>Backpressure is honoured: no event comes that was not asked for, and the policy says what becomes of those that have to wait. By
 * default that is {@link Overflow#latest()} for streams of state, such as tickers, and a buffer of 8,192 events for all others, more
 * than which is an error. Demand of less than one is an {@code IllegalArgumentException} for that subscriber; one that throws is
 * cancelled, and what it threw goes to Reactor's {@code onErrorDropped}. No other subscriber notices any of this.
 *
 * <p>Events come on the event loop of their connection, or on the thread that asks for them when they had to wait, or, those that fill
 * a gap, on the thread of their answer: don't block there. Cancelling takes effect at once; the subscription at the exchange ends {@link
 * MarketStreamOptions#unsubscribeGrace()} after its last subscriber has left, 2 s by default, and whoever comes before joins it.
 *
 * @param <T> the events
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">WebSocket streams</a>
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
     * klines. They are asked for as soon as the stream is subscribed to again after a loss or a silence, a thousand at a time, and
     * once more when the next event shows that the exchange did not have all by then.
     *
     * <p>Of klines, those come that were closed meanwhile, in their final form, and then the open one as it stands, if it has changed.
     *
     * <p>The exchange doesn't answer when it would have sent an event: fetched trades have the time of the trade as their event time;
     * fetched klines that of their end, open ones that of the event before, or of their beginning, and -1 for the numbers of their
     * trades.
     *
     * <p>What comes meanwhile is held back, up to 16,384 events, and then comes all at once, so the policy's buffer must have room for
     * it where the subscriber is not faster. What can't be had stays a {@link StreamSignal.Gap}, whose reason says why: when
     * the exchange refuses, when eight attempts in a row have failed or brought nothing new, about 24 s and whatever time the exchange
     * named in between, or when more events had to be held back.
     *
     * <p>Subscribers with the same API share what is fetched.
     *
     * @param api whom to ask; a client whose budget has room for it: 25 for each thousand trades, 4 for each thousand aggregate trades,
     *     2 for each thousand klines
     * @return a new flux
     * @throws IllegalArgumentException when events of this stream can't be asked for
     */
    public abstract StreamFlux<T> withBackfill(MarketDataApi api);

    /**
     * This stream, subscribed to anew when it has been silent for some time. For streams that always speak it is 10 s by default. Of
     * those who share a stream the shortest time counts. It is noticed up to a second late.
     *
     * @param silence after how long; zero for never
     * @return a new flux
     * @throws IllegalArgumentException when it is negative, or more than zero and less than a second
     */
    public abstract StreamFlux<T> withStaleAfter(Duration silence);

    /**
     * This stream with all there is to know about it: gaps, losses, drops.
     *
     * @return events and signals in order, under the same policy. Signals are never dropped, but joined when no event lies between
     *     them: gaps and counts become one, of the others the later one stays. With {@link Overflow#latest()} they come before all events
     *     that wait
     */
    public abstract Flux<StreamSignal<T>> signals();
}

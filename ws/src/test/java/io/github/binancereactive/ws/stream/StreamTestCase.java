/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.stream.MarketStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Streams over a supply that does what the test says. */
abstract class StreamTestCase {

    static final MarketStream<TradeEvent> TRADES = MarketStream.trades("BTCUSDT");
    static final Instant START = FakeSupply.START;

    final FakeSupply supply = new FakeSupply();
    StreamHubs hubs = StreamHubs.of(supply, StreamHubs.Settings.defaults());

    StreamFlux<TradeEvent> trades() {
        return hubs.flux(TRADES);
    }

    /** The line opened last, of trades. */
    FakeSupply.Line<TradeEvent> line() {
        return supply.line();
    }

    void pass(Duration duration) {
        supply.time.advanceTimeBy(duration);
    }

    void passSeconds(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    static void bring(Feed<TradeEvent> feed, long first, long last) {
        for (long id = first; id <= last; id++) {
            feed.onEvent(Events.trade(id));
        }
    }

    /** Events, and of the signals those that say what became of gaps. */
    static List<Object> plain(Taker<? extends StreamSignal<?>> taker) {
        List<Object> values = new ArrayList<>();
        for (StreamSignal<?> signal : taker.values()) {
            if (signal instanceof StreamSignal.Event<?> event) {
                values.add(event.value());
            } else if (signal instanceof StreamSignal.Gap || signal instanceof StreamSignal.Filled) {
                values.add(signal);
            }
        }
        return values;
    }
}

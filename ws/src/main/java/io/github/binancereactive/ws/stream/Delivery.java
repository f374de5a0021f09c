/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.stream.MarketStream;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How a subscriber wants its stream.
 *
 * @param stream which one
 * @param overflow what happens when it is too slow
 * @param onDrop hears how many it has lost so far
 * @param api where gaps are filled from; null when they aren't
 * @param staleAfter after which silence the stream is subscribed to anew; zero for never
 */
record Delivery<T>(
        MarketStream<T> stream,
        Overflow overflow,
        LongConsumer onDrop,
        @Nullable MarketDataApi api,
        Duration staleAfter) {

    static <T> Delivery<T> byDefault(MarketStream<T> stream, StreamHubs.Settings settings) {
        return new Delivery<>(
                stream, settings.overflow(stream.family()), lost -> {}, null, settings.silence(stream.family()));
    }

    /** Reading can be paused only where nobody else reads. */
    boolean isExclusive() {
        return overflow instanceof Overflow.Pause;
    }

    Delivery<T> withOverflow(Overflow policy) {
        return new Delivery<>(stream, policy, onDrop, api, staleAfter);
    }

    Delivery<T> withOnDrop(LongConsumer listener) {
        return new Delivery<>(stream, overflow, listener, api, staleAfter);
    }

    Delivery<T> withApi(MarketDataApi source) {
        return new Delivery<>(stream, overflow, onDrop, source, staleAfter);
    }

    Delivery<T> withStaleAfter(Duration silence) {
        return new Delivery<>(stream, overflow, onDrop, api, silence);
    }
}

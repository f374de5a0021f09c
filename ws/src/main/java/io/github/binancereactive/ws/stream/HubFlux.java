/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.stream.MarketStream;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongConsumer;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/** A stream as one subscriber wants it. */
final class HubFlux<T> extends StreamFlux<T> {

    /** As exactly as it is noticed. */
    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(1);

    private final StreamHubs hubs;
    private final Delivery<T> delivery;

    HubFlux(StreamHubs hubs, Delivery<T> delivery) {
        this.hubs = hubs;
        this.delivery = delivery;
    }

    @Override
    public MarketStream<T> stream() {
        return delivery.stream();
    }

    @Override
    public StreamFlux<T> withOverflow(Overflow policy) {
        return new HubFlux<>(hubs, delivery.withOverflow(Objects.requireNonNull(policy, "policy")));
    }

    @Override
    public StreamFlux<T> withDropListener(LongConsumer listener) {
        return new HubFlux<>(hubs, delivery.withOnDrop(Objects.requireNonNull(listener, "listener")));
    }

    @Override
    public StreamFlux<T> withBackfill(MarketDataApi api) {
        Objects.requireNonNull(api, "api");
        Backfill.of(stream(), api); // throws when there is none
        return new HubFlux<>(hubs, delivery.withApi(api));
    }

    @Override
    public StreamFlux<T> withStaleAfter(Duration silence) {
        Objects.requireNonNull(silence, "silence");
        if (!silence.isZero() && silence.compareTo(SHORTEST_SILENCE) < 0) {
            throw new IllegalArgumentException(
                    "silence must be zero, for never, or at least " + SHORTEST_SILENCE + ", not " + silence);
        }
        return new HubFlux<>(hubs, delivery.withStaleAfter(silence));
    }

    @Override
    public Flux<StreamSignal<T>> signals() {
        return new Signals<>(hubs, delivery).hooked();
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        StreamSubscription<T> subscription = new StreamSubscription<>(hubs, delivery, Outlet.ofEvents(actual));
        actual.onSubscribe(subscription);
        hubs.join(subscription);
    }

    @Override
    public String toString() {
        return "StreamFlux[" + stream() + "]";
    }

    private static final class Signals<T> extends Flux<StreamSignal<T>> {

        private final StreamHubs hubs;
        private final Delivery<T> delivery;

        Signals(StreamHubs hubs, Delivery<T> delivery) {
            this.hubs = hubs;
            this.delivery = delivery;
        }

        /** Reactor's debugging hooks know where it was made. */
        Flux<StreamSignal<T>> hooked() {
            return onAssembly(this);
        }

        @Override
        public void subscribe(CoreSubscriber<? super StreamSignal<T>> actual) {
            StreamSubscription<T> subscription = new StreamSubscription<>(hubs, delivery, Outlet.ofSignals(actual));
            actual.onSubscribe(subscription);
            hubs.join(subscription);
        }

        @Override
        public String toString() {
            return "StreamSignals[" + delivery.stream() + "]";
        }
    }
}

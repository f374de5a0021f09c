/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.core.stream.StreamFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * All streams that somebody has subscribed to, over one supply; one hub for each, and one for each subscriber that must not share. Any
 * thread.
 */
final class StreamHubs implements StreamDesk {

    private final StreamSupply supply;
    private final Settings settings;
    private final ConcurrentMap<MarketStream<?>, StreamHub<?>> hubs = new ConcurrentHashMap<>();
    private final SilenceSweep sweep;
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    private StreamHubs(StreamSupply supply, Settings settings) {
        this.supply = supply;
        this.settings = settings;
        this.sweep = new SilenceSweep(supply.scheduler());
    }

    static StreamHubs of(StreamSupply supply, Settings settings) {
        return new StreamHubs(supply, settings);
    }

    @Override
    public <T> StreamFlux<T> flux(MarketStream<T> stream) {
        return new HubFlux<>(this, Delivery.byDefault(stream, settings));
    }

    /** How many streams are subscribed to and shared, those included whose last subscriber has just left. */
    int shared() {
        return hubs.size();
    }

    /** How many events came that had been delivered before, and were dropped. */
    long duplicates() {
        return duplicates.sum();
    }

    /** How many events subscribers have lost to their policies. */
    long dropped() {
        return dropped.sum();
    }

    StreamSupply supply() {
        return supply;
    }

    Settings settings() {
        return settings;
    }

    Instant now() {
        return supply.now();
    }

    /** For measuring spans only. */
    long millis() {
        return supply.scheduler().now(TimeUnit.MILLISECONDS);
    }

    // --- for subscriptions and hubs ---

    <T> void join(StreamSubscription<T> subscription) {
        StreamHub<T> hub = hub(subscription.delivery());
        subscription.enters(hub);
        hub.join(subscription);
    }

    @SuppressWarnings("unchecked") // a stream determines its events, and so the hub's
    private <T> StreamHub<T> hub(Delivery<T> delivery) {
        MarketStream<T> stream = delivery.stream();
        if (delivery.isExclusive()) {
            return new StreamHub<>(this, stream, true);
        }
        return (StreamHub<T>) hubs.computeIfAbsent(stream, key -> new StreamHub<>(this, stream, false));
    }

    void forget(MarketStream<?> stream, StreamHub<?> hub) {
        hubs.remove(stream, hub);
        sweep.remove(hub);
    }

    void watch(StreamHub<?> hub, boolean wanted) {
        if (wanted) {
            sweep.add(hub);
        } else {
            sweep.remove(hub);
        }
    }

    void countDropped(int events) {
        dropped.add(events);
    }

    void countDuplicate() {
        duplicates.increment();
    }

    /**
     * How streams are delivered.
     *
     * @param unsubscribeGrace for how long a stream stays subscribed to after its last subscriber has left
     * @param silentHeartbeats after how many missed heartbeats a stream that always speaks is stale
     * @param eventBuffer how many events are kept for a subscriber that has chosen no policy
     * @param heldAtHandover how many events of a successor are held back at most
     * @param heldAtBackfill how many events are held back at most while a gap is filled
     */
    record Settings(
            Duration unsubscribeGrace, int silentHeartbeats, int eventBuffer, int heldAtHandover, int heldAtBackfill) {

        private static final Duration LONGEST = Duration.ofDays(36_500);

        /** Whoever says "for ever" may have more of them than a number holds. */
        static long millis(Duration duration) {
            return duration.compareTo(LONGEST) < 0 ? duration.toMillis() : LONGEST.toMillis();
        }

        static Settings defaults() {
            return new Settings(Duration.ofSeconds(2), 10, 8192, 8192, 16_384);
        }

        Settings withUnsubscribeGrace(Duration grace) {
            return new Settings(grace, silentHeartbeats, eventBuffer, heldAtHandover, heldAtBackfill);
        }

        Settings withHeldAtBackfill(int most) {
            return new Settings(unsubscribeGrace, silentHeartbeats, eventBuffer, heldAtHandover, most);
        }

        /** A later event of state makes up for those before; of all others none may go without a word. */
        Overflow overflow(StreamFamily<?> family) {
            return family.isState() ? Overflow.latest() : Overflow.buffer(eventBuffer, Overflow.WhenFull.ERROR);
        }

        /** How long a stream may be silent; zero when for ever. */
        Duration silence(StreamFamily<?> family) {
            Duration heartbeat = family.heartbeat();
            return heartbeat == null ? Duration.ZERO : heartbeat.multipliedBy(silentHeartbeats);
        }
    }
}

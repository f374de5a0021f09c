/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know about a stream: its events, and what happened between them, in order.
 *
 * @param <T> the events
 */
public sealed interface StreamSignal<T> {

    /**
     * An event.
     *
     * @param value the event
     * @param <T> the events
     */
    record Event<T>(T value) implements StreamSignal<T> {

        /** Checks that there is one. */
        public Event {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * The exchange has accepted the subscription, for the first time or again; from here on events come.
     *
     * @param at when
     * @param again whether the stream was subscribed to before: after a loss, a rotation, or because it was stale
     * @param <T> the events
     */
    record Subscribed<T>(Instant at, boolean again) implements StreamSignal<T> {}

    /**
     * Events may be missing, or are known to be. Comes before the first event after the gap. For trades, aggregate trades and depth
     * updates it comes when, and only when, numbers show that events are missing; for other streams after each unplanned loss of the
     * connection and after a silence for which the stream is subscribed to anew, as soon as it is subscribed to again.
     *
     * @param stream name of the stream
     * @param from since when: when the connection was lost, or the event before came
     * @param to until when: when the first event after it came
     * @param lastId the number of the last event before the gap; null where events have none, or none had come
     * @param nextId the number of the first event after it; likewise
     * @param reason why, in a few words
     * @param <T> the events
     */
    record Gap<T>(
            String stream,
            Instant from,
            Instant to,
            @Nullable Long lastId,
            @Nullable Long nextId,
            String reason) implements StreamSignal<T> {

        /**
         * How many events are missing.
         *
         * @return null when nobody knows
         */
        public @Nullable Long missing() {
            return lastId == null || nextId == null ? null : nextId - lastId - 1;
        }
    }

    /**
     * A gap was filled: the events that were missing have come before this, from the request API. For klines, those that were closed,
     * and the open one as it stands, if it has changed.
     *
     * @param gap what would have been signalled instead
     * @param events how many events were fetched
     * @param <T> the events
     */
    record Filled<T>(Gap<T> gap, long events) implements StreamSignal<T> {}

    /**
     * The connection is gone, and another is being made. Events go on afterwards.
     *
     * @param at when
     * @param reason why, in a few words
     * @param <T> the events
     */
    record Lost<T>(Instant at, String reason) implements StreamSignal<T> {}

    /**
     * The stream should have spoken and hasn't; it is subscribed to anew.
     *
     * @param at when
     * @param silence for how long nothing came
     * @param <T> the events
     */
    record Stale<T>(Instant at, Duration silence) implements StreamSignal<T> {}

    /**
     * This subscriber was too slow, and its policy has dropped events since the signal before.
     *
     * @param count how many
     * @param total how many since it subscribed
     * @param <T> the events
     */
    record Dropped<T>(long count, long total) implements StreamSignal<T> {}
}

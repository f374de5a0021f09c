/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.ws.stream.StreamSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What has come of one symbol's trades, checked by their numbers: between two trades in a row none may be missing. Signals come on
 * event loops and are looked at from elsewhere, so each makes another snapshot of it all.
 */
final class TradeTape {

    /**
     * What is known at one moment.
     *
     * @param trades how many came
     * @param lastId number of the last one; -1 before the first
     * @param lag how long after it was sent the last one came
     * @param holes trades that never came, by their numbers
     * @param losses how often the connection was lost
     * @param gaps how often trades were missing, fetched later or not
     * @param missed how many were missing then
     * @param filled how many were fetched
     * @param subscribedAt since when they come; null while they don't
     * @param latest when the last one was sent
     * @param notes what was missing, in words
     */
    record Facts(
            long trades,
            long lastId,
            Duration lag,
            long holes,
            int losses,
            int gaps,
            long missed,
            long filled,
            @Nullable Instant subscribedAt,
            Instant latest,
            List<String> notes) {

        static final Facts NONE = new Facts(0, -1, Duration.ZERO, 0, 0, 0, 0, 0, null, Instant.EPOCH, List.of());

        /** Whether trades come that were made after the latest subscription: what was missing before it has come by then. */
        boolean isUpToDate() {
            return subscribedAt != null && latest.isAfter(subscribedAt);
        }
    }

    private final Supplier<Instant> clock;
    private volatile Facts facts = Facts.NONE; // written where signals come, one after the other

    /**
     * @param clock the exchange's time
     */
    TradeTape(Supplier<Instant> clock) {
        this.clock = clock;
    }

    Facts facts() {
        return facts;
    }

    void accept(StreamSignal<TradeEvent> signal) {
        Facts now = facts;
        if (signal instanceof StreamSignal.Event<TradeEvent> event) {
            facts = traded(now, event.value());
        } else if (signal instanceof StreamSignal.Subscribed<TradeEvent>) {
            facts = connected(now, clock.get());
        } else if (signal instanceof StreamSignal.Lost<TradeEvent>) {
            facts = connected(now, null);
        } else if (signal instanceof StreamSignal.Filled<TradeEvent> filled) {
            facts = missed(now, filled.gap(), filled.events());
        } else if (signal instanceof StreamSignal.Gap<TradeEvent> gap) {
            facts = missed(now, gap, 0);
        }
    }

    /** The clocks agree only to a fraction of a millisecond: an event may seem to come before it was sent. */
    private Facts traded(Facts now, TradeEvent trade) {
        Duration lag = Duration.between(trade.eventTime(), clock.get());
        return new Facts(
                now.trades + 1,
                trade.id(),
                lag.isNegative() ? Duration.ZERO : lag,
                now.holes + hole(now.lastId, trade.id()),
                now.losses,
                now.gaps,
                now.missed,
                now.filled,
                now.subscribedAt,
                trade.eventTime(),
                now.notes);
    }

    /** A number that comes again is as wrong as one that doesn't come. */
    private static long hole(long before, long now) {
        return before < 0 ? 0 : Math.abs(now - before - 1);
    }

    private static Facts connected(Facts now, @Nullable Instant since) {
        return new Facts(
                now.trades,
                now.lastId,
                now.lag,
                now.holes,
                now.losses + (since == null ? 1 : 0),
                now.gaps,
                now.missed,
                now.filled,
                since,
                now.latest,
                now.notes);
    }

    private static Facts missed(Facts now, StreamSignal.Gap<TradeEvent> gap, long filled) {
        Long missing = gap.missing();
        List<String> notes = new ArrayList<>(now.notes);
        notes.add(note(gap, filled));
        return new Facts(
                now.trades,
                now.lastId,
                now.lag,
                now.holes,
                now.losses,
                now.gaps + 1,
                now.missed + (missing == null ? 0 : missing),
                now.filled + filled,
                now.subscribedAt,
                now.latest,
                List.copyOf(notes));
    }

    private static String note(StreamSignal.Gap<TradeEvent> gap, long filled) {
        Long last = gap.lastId();
        Long next = gap.nextId();
        String which = last == null || next == null ? "unknown trades" : "trades " + (last + 1) + " to " + (next - 1);
        return "%s: %s were missed, %d fetched".formatted(gap.stream(), which, filled);
    }
}

/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.ws.stream.StreamSignal.Filled;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import io.github.binancereactive.ws.stream.StreamSignal.Lost;
import io.github.binancereactive.ws.stream.StreamSignal.Stale;
import io.github.binancereactive.ws.stream.StreamSignal.Subscribed;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Subscribers that want gaps filled, all from the same API, so that they share what is fetched. From a gap on all that comes is held
 * back until the gap is filled or given up. Events with numbers are asked for as soon as a stream is back that was lost: otherwise who
 * takes a quiet one would wait for what was missed until something new comes. In steps of the hub only.
 */
final class FillingBranch<T> extends Branch<T> implements Filling.Target<T> {

    private final StreamHub<T> hub;
    private final Backfill<T> backfill;
    private final MarketDataApi api;
    private final int mostHeld;
    private final Deque<Object> held = new ArrayDeque<>(); // events and signals
    private @Nullable Filling<T> filling;
    private @Nullable T last; // delivered
    private @Nullable Interruption interruption; // since which no event has come

    private boolean ended;

    private record Interruption(Instant since, String reason) {}

    FillingBranch(StreamHub<T> hub, Backfill<T> backfill, MarketDataApi api) {
        this.hub = hub;
        this.backfill = backfill;
        this.api = api;
        this.mostHeld = hub.hubs().settings().heldAtBackfill();
    }

    @Override
    MarketDataApi api() {
        return api;
    }

    @Override
    void event(T event) {
        if (filling == null) {
            deliver(event);
        } else {
            hold(event);
        }
    }

    @Override
    void signal(StreamSignal<T> signal) {
        if (filling == null) {
            pass(signal);
        } else {
            hold(signal);
        }
    }

    @Override
    void end() {
        ended = true;
        if (filling != null) {
            filling.giveUp("the stream has ended");
        }
        goOn();
    }

    private void hold(Object item) {
        held.add(item);
        if (filling != null && held.size() > mostHeld) {
            filling.giveUp("more than " + mostHeld + " events came while the gap was filled");
        }
        goOn();
    }

    private void pass(StreamSignal<T> signal) {
        if (signal instanceof Gap<T> gap) {
            fill(gap);
            return;
        }
        forwardSignal(signal);
        if (signal instanceof Lost<T> lost) {
            interruption = new Interruption(lost.at(), lost.reason());
        } else if (signal instanceof Stale<T> stale) {
            interruption = new Interruption(stale.at().minus(stale.silence()), "silence");
        } else if (signal instanceof Subscribed<T> subscribed) {
            catchUp(subscribed.at());
        }
    }

    private void fill(Gap<T> gap) {
        Gap<T> missing = withoutFetched(gap);
        if (missing != null && ended) {
            forwardSignal(missing);
        } else if (missing != null) {
            filling = new Filling<>(missing, backfill, backfill.start(missing, last), hub, this);
        }
    }

    /** What is missing of a gap although events were asked for before it was known; null when nothing is. */
    private @Nullable Gap<T> withoutFetched(Gap<T> gap) {
        T delivered = last;
        Long before = gap.lastId();
        Long next = gap.nextId();
        if (!backfill.isNumbered() || delivered == null) {
            return gap;
        }
        if (before == null || next == null) {
            last = null; // numbers have begun anew
            return gap;
        }
        long from = backfill.after(delivered);
        if (from <= before + 1) {
            return gap;
        }
        return from >= next ? null : backfill.rest(gap, from, gap.reason());
    }

    /** Whether anything is missing is not known yet. */
    private void catchUp(Instant now) {
        Interruption known = interruption;
        T delivered = last;
        if (known == null || delivered == null || ended || !backfill.isNumbered()) {
            return;
        }
        interruption = null;
        long from = backfill.after(delivered);
        Gap<T> suspected = new Gap<>(hub.stream().name(), known.since(), now, from - 1, null, known.reason());
        Filling<T> begun = new Filling<>(suspected, backfill, from, hub, this);
        filling = begun;
        begun.beginOpenEnded(delivered);
    }

    /** Hands on what was held back, up to the next gap; and begins to fill that once it is known where it ends. */
    private void goOn() {
        while (true) {
            Filling<T> present = filling;
            if (present == null) {
                Object item = held.poll();
                if (item == null) {
                    return;
                }
                passAny(item);
            } else {
                T next = present.awaitsEnd() ? firstHeldEvent() : null;
                if (next == null) {
                    return;
                }
                end(present, next);
            }
        }
    }

    private void end(Filling<T> present, T next) {
        if (!present.isOpenEnded()) {
            present.begin(next);
            return;
        }
        Gap<T> known = takeHeldGap();
        if (known == null) {
            present.leaveOff();
        } else {
            present.endAt(known, next);
        }
    }

    /** The gap before the first event that is held back, if its numbers tell where it is. */
    @SuppressWarnings("unchecked") // as below
    private @Nullable Gap<T> takeHeldGap() {
        for (Object item : held) {
            if (item instanceof Gap<?> gap && gap.lastId() != null) {
                held.remove(gap);
                return (Gap<T>) gap;
            }
            if (!(item instanceof StreamSignal<?>)) {
                break;
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked") // only events and signals of this stream are held
    private void passAny(Object item) {
        if (item instanceof StreamSignal<?> signal) {
            pass((StreamSignal<T>) signal);
        } else {
            deliver((T) item);
        }
    }

    @SuppressWarnings("unchecked") // as above
    private @Nullable T firstHeldEvent() {
        for (Object item : held) {
            if (!(item instanceof StreamSignal<?>)) {
                return (T) item;
            }
        }
        return null;
    }

    // --- the filling ---

    @Override
    public void deliver(T event) {
        interruption = null;
        if (!wasFetched(event)) {
            last = event;
            forward(event);
        }
    }

    private boolean wasFetched(T event) {
        T delivered = last;
        return delivered != null && backfill.isNumbered() && backfill.position(event) < backfill.after(delivered);
    }

    @Override
    public void filled(Gap<T> gap, long events) {
        filling = null;
        forwardSignal(new Filled<>(gap, events));
    }

    @Override
    public void nothingMissing() {
        filling = null;
    }

    @Override
    public void notFilled(Gap<T> rest) {
        filling = null;
        forwardSignal(rest);
    }

    @Override
    public void proceed() {
        goOn();
    }
}
